import type { Http } from '../connector';
import { isFields, reading, rows, sound, text } from '../fields';
import { askIfAllowed } from './answer';
import type { Answer } from './answer';
import { paged } from './paged';
import { readOrders } from './permissions';
import * as requests from './requests';
import type { IkasData } from './types';

export type TagNames = ReadonlyMap<string, string>;

/** Orders carry the ids of their tags. Asked only where one has a tag; none where ikas refuses, then the ids stay. */
export async function tagNames(http: Http, page: Answer): Promise<TagNames> {
	const ids = [...new Set(paged(page, 'listOrder').raws.flatMap(tagIdsOf))];
	if (ids.length === 0) return new Map();
	const answer = await askIfAllowed(http, requests.orderTags(ids), readOrders);
	if (answer === null) return new Map();
	const from = reading<IkasData>(answer.data);
	const tags = rows(from, 'listOrderTag').map(
		(tag) => [text(tag, 'id'), text(tag, 'name')] as const,
	);
	sound('ikas', from);
	return new Map(tags);
}

const tagIdsOf = (raw: unknown): readonly string[] => {
	const ids: readonly unknown[] =
		isFields(raw) && Array.isArray(raw.orderTagIds) ? raw.orderTagIds : [];
	return ids.filter((id) => typeof id === 'string');
};
