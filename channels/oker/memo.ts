import { z } from 'zod';

const memo = z.object({
	/** The code of the channel's invoice: it never changes. */
	invoice: z.string(),
	/** Size and weight were told. */
	isMeasured: z.boolean(),
});

/** What telling the channel of an order needs, as it was when somebody last did. */
export type Memo = Readonly<z.infer<typeof memo>>;

export const memoText = ({ invoice, isMeasured }: Memo): string =>
	JSON.stringify({ invoice, isMeasured });

/** Null where there is none, or none that this version wrote. */
export function memoIn(written: string | undefined): Memo | null {
	if (written === undefined || written === '') return null;
	const found = memo.safeParse(JSON.parse(written));
	return found.success ? found.data : null;
}
