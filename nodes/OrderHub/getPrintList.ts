import { DateTime } from 'luxon';
import { eachItem } from '../shared/eachItem';
import { ledgerOf } from '../shared/ledgerOf';
import { flag, text } from '../shared/parameters';
import type { ManifestPrintList } from '../../ledger/manifestShapes';
import { manifestPage } from './manifestPage';

/** What is on a manifest, as rows and as a page to print: times are those of the workflow's time zone. */
export const getPrintList = eachItem(async (context, item) => {
	const ledger = await ledgerOf(context);
	const list = await ledger.getManifestPrintList(text(context, 'manifestCode', item));
	const zone = context.getTimezone();
	const page = manifestPage(list, (at) =>
		DateTime.fromISO(at, { zone }).toFormat("yyyy-MM-dd HH:mm 'UTC'ZZ"),
	);
	const fileName = `manifest-${list.code.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-')}.html`;
	const mimeType = 'text/html';
	const file = await context.helpers.prepareBinaryData(Buffer.from(page), fileName, mimeType);
	const field = text(context, 'binaryPropertyName', item) || 'data';
	const json = flag(context, 'simple', item) ? simple(list) : list;
	return [{ json: { ...json, fileName, mimeType }, binary: { [field]: file } }];
});

const simple = ({
	code,
	store,
	hub,
	provider,
	state,
	closedAt,
	rows,
	units,
}: ManifestPrintList) => ({
	...{ code, store, hub, provider, state },
	...{ closedAt, rows, units },
});
