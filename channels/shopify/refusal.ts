import { refused } from '../../domain/failure';
import type { Failure } from '../../domain/failure';
import { rows, text, textOrNull, texts } from '../fields';
import type { Reading } from '../fields';
import { quoted } from '../quoted';
import type { ShopifyPayload, ShopifyUserError } from './types';

/** Why Shopify does not do what a mutation asks for. `path` leads to the part of the input that it is about. */
export interface Refusal {
	readonly message: string;
	readonly code: string | null;
	readonly path: readonly string[];
}

type Errors = 'userErrors' | 'orderCancelUserErrors';

/** None where Shopify has done it. */
export const refusalsIn = (
	payload: Reading<ShopifyPayload>,
	name: Errors = 'userErrors',
): readonly Refusal[] => rows(payload, name).map(refusalIn);

const refusalIn = (error: Reading<ShopifyUserError>): Refusal => ({
	message: quoted(text(error, 'message')),
	code: textOrNull(error, 'code'),
	path: texts(error, 'field'),
});

/** `what` was refused, such as `order 1001`. Nobody sends it again unchanged. */
export const refusalOf = (refusals: readonly Refusal[], what: string, advice: string): Failure =>
	refused(`shopify: refused ${what}: ${wordsOf(refusals)}. ${advice}`);

/** In Shopify's own words. */
export const wordsOf = (refusals: readonly Refusal[]): string =>
	refusals
		.slice(0, 3)
		.map(({ message, code, path }) => {
			const where = path.length > 0 ? `${path.join('.')}: ` : '';
			return `${where}${message.replace(/\.$/, '')}${code === null ? '' : ` (${code})`}`;
		})
		.join('; ');
