import { z } from 'zod';

const line = z.object({
	id: z.string(),
	/** Units that are not cancelled. */
	open: z.number(),
	/** Null until the shipment is made. */
	invoice: z.string().nullable(),
	/** The tracking number; null until the courier has given one. */
	awb: z.string().nullable(),
	carrier: z.string().nullable(),
});

const memo = z.object({
	/** The number under which some of the marketplace's calls know the order. */
	master: z.string().nullable(),
	lines: z.array(line).readonly(),
	/** When the channel took a cancel that it has not shown since. */
	cancelledAt: z.string().optional(),
});

export type MemoLine = Readonly<z.infer<typeof line>>;
/** What telling the channel of an order needs, as it was when somebody last looked. */
export type Memo = Readonly<z.infer<typeof memo>>;

export const memoText = ({ master, lines, cancelledAt }: Memo): string =>
	JSON.stringify({ master, lines, cancelledAt });

/** Null where there is none, or none that this version wrote. */
export function memoIn(written: string | undefined): Memo | null {
	if (written === undefined || written === '') return null;
	const found = memo.safeParse(JSON.parse(written));
	return found.success ? found.data : null;
}
