/**
 * A new connection for each call: one that is kept may be given up by the server while this process stands still, as a long
 * look into a database makes it, and the next call would find out too late.
 */
export const unkept = { connection: 'close' } as const;
