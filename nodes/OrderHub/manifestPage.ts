import type { Instant } from '../../domain/instant';
import type { ManifestPrintList } from '../../ledger/manifestShapes';
import { escaped } from '../shared/escaped';

type Row = ManifestPrintList['rows'][number];

/** One page that needs nothing else, for any browser and printer. Whatever comes from outside is escaped. */
export const manifestPage = (list: ManifestPrintList, shownTime: (at: Instant) => string): string =>
	`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Manifest ${escaped(list.code)}</title>
<style>${style}</style>
</head>
<body>
<h1>Manifest ${escaped(list.code)}</h1>
<dl>
${facts(list, shownTime)
	.map(([name, value]) => `<dt>${name}</dt><dd dir="auto">${escaped(value)}</dd>`)
	.join('\n')}
</dl>
<table>
<thead><tr><th>#</th><th>Order</th><th>Parcel</th><th>Tracking</th><th>Items</th><th>Units</th></tr></thead>
<tbody>
${list.rows.map(rowOf).join('\n')}
</tbody>
<tfoot><tr><th colspan="5">${list.rows.length} parcels</th><th>${list.units}</th></tr></tfoot>
</table>
<div class="signatures">
${['Handed over by', 'Taken over by', 'Date and time'].map((who) => `<p>${who}</p>`).join('\n')}
</div>
</body>
</html>
`;

const facts = (list: ManifestPrintList, shownTime: (at: Instant) => string) =>
	[
		['Store', list.store],
		['Hub', list.hubName === list.hub ? list.hub : `${list.hubName} (${list.hub})`],
		['Provider', list.provider ?? 'any'],
		['Opened', shownTime(list.openedAt)],
		['Closed', list.closedAt === null ? 'not yet' : closedIn(list, shownTime(list.closedAt))],
		['Printed', shownTime(list.printedAt)],
	] as const;

const closedIn = ({ closedBy }: ManifestPrintList, at: string) =>
	closedBy === null ? at : `${at} by ${closedBy}`;

const rowOf = ({ number, subOrder, parcel, tracking, items, count }: Row, at: number) =>
	`<tr><td>${at + 1}</td><td dir="auto">${escaped(subOrder ?? number)}</td><td>${parcel}</td><td dir="auto">${escaped(
		tracking === null ? '' : [tracking.number, tracking.carrier].filter(Boolean).join(' '),
	)}</td><td dir="auto">${items
		.map(({ sku, title, quantity }) => escaped(`${quantity} × ${title} (${sku})`))
		.join('<br>')}</td><td>${count}</td></tr>`;

const style = `
body { font: 11pt/1.4 system-ui, sans-serif; color: #000; background: #fff; margin: 12mm; }
h1 { font-size: 18pt; margin: 0 0 4mm; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 6mm; margin: 0 0 6mm; }
dt { font-weight: 600; }
dd { margin: 0; }
table { border-collapse: collapse; width: 100%; }
th, td { border: 1px solid #666; padding: 1.5mm 2mm; text-align: start; vertical-align: top; overflow-wrap: anywhere; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
td:first-child, td:last-child, tfoot th:last-child { text-align: end; }
.signatures { display: grid; grid-template-columns: repeat(3, 1fr); gap: 10mm; margin-top: 20mm; break-inside: avoid; }
.signatures p { border-top: 1px solid #000; margin: 0; padding-top: 1mm; }
@media print { body { margin: 0; } }
`;
