/** Lets everything else in the process run before the next chunk. */
export const breath = () => new Promise<void>((resolve) => setImmediate(resolve));
