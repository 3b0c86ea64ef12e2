import { createHash } from 'node:crypto';
import { link, type Address } from './address';
import { asWritten, markup, type Html } from './html';
import { style } from './style';
import { clockTime, type View } from './words';

/** A page as the webhook is to answer it. */
export interface Page {
	readonly status: number;
	readonly html: string;
}

interface Content {
	readonly title: string;
	readonly body: Html;
	/** Which entry of the menu it belongs to. */
	readonly at?: 'stores' | Address['queue'];
	/** Its own address, where it may ask for itself again. */
	readonly self?: Address;
	readonly status?: number;
}

const hash = (text: string) => createHash('sha256').update(text).digest('base64');

/** Nothing runs and nothing is loaded on a page, whatever text is shown on it: not even our own, were it not this one. */
const policy = `default-src 'none'; style-src 'sha256-${hash(style)}'; img-src data:; base-uri 'none'`;

const icon = (isLive: boolean) =>
	`data:image/svg+xml,${encodeURIComponent(
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="4" fill="${isLive ? '#2a7549' : '#23435f'}"/><path d="M4 11V8M8 11V4M12 11V6" stroke="#fff" stroke-width="2"/></svg>`,
	)}`;

const menu = [
	{ at: 'stores', name: 'Stores', to: {} },
	{ at: 'exceptions', name: 'Exceptions', to: { queue: 'exceptions' } },
	{ at: 'holds', name: 'On hold', to: { queue: 'holds' } },
	{ at: 'parked', name: 'Parked', to: { queue: 'parked' } },
	{ at: 'returns', name: 'Returns', to: { queue: 'returns' } },
	{ at: 'updates', name: 'Updates', to: { queue: 'updates' } },
] as const;

/** `view` is null where not even the ledger's clock is known. */
export function frame(view: View | null, { title, body, at, self, status = 200 }: Content): Page {
	const live = view?.live === true && self !== undefined;
	const { html } = markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
${live && asWritten('<meta http-equiv="refresh" content="60">')}
<title>${title}</title>
<link rel="icon" href="${icon(live)}">
<style>${asWritten(style)}</style>
</head>
<body>
<div class="top"><div>
	<a class="brand" href="${link({})}">Channel Summary</a>
	<nav>${menu.map((entry) => entryOf(entry, entry.at === at, view))}</nav>
	<span class="end small dim">${view !== null && standOf(view, self)}</span>
</div></div>
<main>${body}</main>
</body>
</html>`;
	return { status, html };
}

const entryOf = ({ name, to }: (typeof menu)[number], isHere: boolean, view: View | null): Html =>
	markup`<a href="${link(keeping(view, to))}"${isHere && asWritten(' aria-current="page"')}>${name}</a>`;

/** Whoever looks at a living page goes on to one. */
export const keeping = (view: View | null, address: Address): Address => ({
	...address,
	...(view?.live === true && { live: '1' }),
});

function standOf(view: View, self: Address | undefined): Html {
	const stand = markup`As of ${clockTime(view.now, view)}`;
	if (self === undefined) return stand;
	return view.live
		? markup`${stand}, every minute anew · <a href="${link({ ...self, live: '' })}">Stop</a>`
		: markup`${stand} · <a href="${link({ ...self, live: '1' })}">Keep up to date</a>`;
}
