import { type Reply, reply } from './answers';
import type { Paging } from './query';

const pageOf = <Row>(rows: readonly Row[], { limit, offset }: Paging): readonly Row[] =>
	rows.slice(offset, offset + limit);

interface Listed<Row> {
	readonly rows: readonly Row[];
	readonly paging: Paging;
	readonly answer: (row: Row) => unknown;
}

const pageReply = <Row>({ rows, paging, answer }: Listed<Row>, ends: object): Reply => {
	const { limit, offset } = paging;
	const items = pageOf(rows, paging).map(answer);
	return {
		...reply(200, { items, pagination: { limit, offset, ...ends } }),
		records: items.length,
	};
};

/** Orders do not say how many there are (reference/the-iconic-sellercenter.md 4). */
export const openPage = <Row>(listed: Listed<Row>): Reply => {
	const { limit, offset } = listed.paging;
	return pageReply(listed, { hasNext: offset + limit < listed.rows.length });
};

/** As items, products, product sets and feeds are answered. */
export const countedPage = <Row>(listed: Listed<Row>): Reply =>
	pageReply(listed, { totalCount: listed.rows.length });
