import type { OrderLine } from './order';

export const own = 'hub:';

/** A line that the hub has added: the channel does not know it. */
export const isOwnLine = (line: string): boolean => line.startsWith(own);

/** Units that are to be shipped. */
export const openOf = ({ ordered, cancelled }: OrderLine): number => ordered - cancelled;
