/** What is needed of `navigator.locks`: the lock is null when somebody else holds it. */
export interface Locks {
  request<T>(
    name: string,
    options: { readonly ifAvailable: true },
    work: (lock: unknown) => Promise<T>,
  ): Promise<T>;
}
