import type { Http } from '../connector';
import { reading, rows, sound } from '../fields';
import { ask, listOf } from './answer';
import * as requests from './requests';
import type { IconicReason } from './types';
import { word } from './values';

/** Why a seller may cancel, in the channel's words: nothing else is taken. */
export async function cancelReasonNames(http: Http): Promise<readonly string[]> {
	const raws = listOf(await ask(http, requests.reasons(), 'the list of reasons'));
	const from = reading<{ readonly list: readonly IconicReason[] }>({ list: raws });
	const names = rows(from, 'list')
		.filter(({ fields }) => fields.type === 'canceled')
		.map((row) => word(row, 'name'));
	sound('theIconic', from);
	return [...new Set(names)];
}
