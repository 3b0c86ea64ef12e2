import { z } from 'zod';

const memo = z.object({
	/** Size and weight were told. */
	isMeasured: z.boolean(),
});

/** What telling the channel of an order needs, as it was when somebody last did. It is there once the order is invoiced. */
export type Memo = Readonly<z.infer<typeof memo>>;

export const memoText = ({ isMeasured }: Memo): string => JSON.stringify({ isMeasured });

/** Null where there is none, or none that this version wrote. */
export function memoIn(written: string | undefined): Memo | null {
	if (written === undefined || written === '') return null;
	const found = memo.safeParse(JSON.parse(written));
	return found.success ? found.data : null;
}
