/** The part of `navigator.locks` that is used. The lock is null when another context holds it. */
export interface Locks {
  request<T>(
    name: string,
    options: { readonly ifAvailable: true },
    work: (lock: unknown) => Promise<T>,
  ): Promise<T>;
}
