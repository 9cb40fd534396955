/** Requests of one kind: how many left, and which fields they carried. No value is in it. */
export interface SentKind {
  readonly method: string;
  readonly host: string;
  /** The path with its ids taken out, "/v1/credentials/…". */
  readonly path: string;
  /** Names of the fields of the bodies, "credential.grade"; none where there was no body. */
  readonly fields: readonly string[];
  readonly requests: number;
  /** Bytes of the bodies of all of them together. */
  readonly bytes: number;
}

/** All requests of the background since an update began or the browser was started. */
export interface Sent {
  /** Milliseconds since 1970. */
  readonly since: number;
  /** Whether it begins with an update; else with the start of the browser. */
  readonly fromRun: boolean;
  readonly kinds: readonly SentKind[];
}
