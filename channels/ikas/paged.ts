import { Failure, refused } from '../../domain/failure';
import { flaw, part, reading, sound, text } from '../fields';
import type { Answer } from './answer';
import type { IkasData } from './types';

type List = 'listOrder' | 'listProduct' | 'listProductStockLocation';

/** One page of a list: the rows as they came, and whose they are. */
export interface Paged {
	readonly account: string;
	readonly raws: readonly unknown[];
	readonly hasNext: boolean;
}

/** Faults inside single rows are the caller's. */
export function paged({ data }: Answer, name: List): Paged {
	const from = reading<IkasData>(data);
	const account = text(part(from, 'getMerchant'), 'id');
	const list = part(from, name);
	const { hasNext, data: found } = list.fields;
	if (typeof hasNext !== 'boolean') flaw(list, 'hasNext', 'true or false');
	if (!Array.isArray(found)) flaw(list, 'data', 'a list');
	if (Array.isArray(found) && found.length === 0 && hasNext === true) {
		flaw(list, 'hasNext', 'possible where no row came');
	}
	sound('ikas', from);
	return { account, raws: Array.isArray(found) ? found : [], hasNext: hasNext === true };
}

/** A page that is of no use unless ikas could answer every row. */
export function faultless(answer: Answer, name: List): Paged {
	const { broken, faults } = answer;
	const message = broken?.message ?? faults[0]?.message;
	if (message === undefined) return paged(answer, name);
	throw new Failure(
		'malformed',
		`ikas: could not answer a row of ${name} (${message}). Tell the support of ikas if it stays so.`,
	);
}

const pageNumber = /^[1-9]\d{0,8}$/;

/** The page that a position names: walks that have no cursor of ikas count pages (reference/ikas.md 6). */
export function pageAt(position: string | null): number {
	if (position === null) return 1;
	if (pageNumber.test(position)) return Number(position);
	throw refused(`ikas: "${position}" is no page. Begin anew.`);
}

export const nextPage = (page: number, { hasNext }: Paged): string | null =>
	hasNext ? String(page + 1) : null;
