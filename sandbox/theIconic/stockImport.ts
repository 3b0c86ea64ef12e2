import type { SandboxRequest } from '../wire';
import type { FeedRow } from './feeds';
import { badRequest } from './refused';

const unquoted = (cell: string) => {
	const text = cell.trim();
	return /^".*"$/.test(text) ? text.slice(1, -1).replaceAll('""', '"') : text;
};

const cellsOf = (line: string): readonly string[] =>
	(line.match(/("([^"]|"")*"|[^,;]*)([,;]|$)/g) ?? []).map((cell) =>
		unquoted(cell.replace(/[,;]$/, '')),
	);

/** The names of the template's columns are not in the reference: those of the XML, as a guess (reference/the-iconic-sellercenter.md 6). */
const rowsOfCsv = (text: string): readonly FeedRow[] => {
	const [head = '', ...lines] = text.split(/\r?\n/).filter((line) => line.trim() !== '');
	const names = cellsOf(head);
	const [sku, quantity] = [names.indexOf('SellerSku'), names.indexOf('Quantity')];
	if (sku < 0 || quantity < 0) throw badRequest('the file has no columns SellerSku and Quantity');
	return lines.map(cellsOf).map((cells) => ({
		sellerSku: cells[sku] ?? '',
		quantity: cells[quantity] ?? '',
	}));
};

const boundaryOf = ({ headers }: SandboxRequest) =>
	/^multipart\/form-data;.*boundary="?([^";]+)"?/.exec(headers['content-type'] ?? '')?.[1] ?? null;

/** The text of the form's field `file1`; XLSX is not played. */
export const fileRows = (request: SandboxRequest): readonly FeedRow[] => {
	const boundary = boundaryOf(request);
	if (boundary === null) throw badRequest('the content type must be multipart/form-data');
	const part = request.body
		.split(`--${boundary}`)
		.find((text) => /content-disposition:[^\n]*name="file1"/i.test(text));
	if (part === undefined) throw badRequest('file1 is missing');
	return rowsOfCsv(part.slice(part.indexOf('\r\n\r\n') + 4).replace(/\r\n$/, ''));
};

const plain = (text: string) =>
	text
		.trim()
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&quot;', '"')
		.replaceAll('&apos;', "'")
		.replaceAll('&amp;', '&');

const elementIn = (text: string, name: string) =>
	plain(new RegExp(`<${name}>([^<]*)</${name}>`).exec(text)?.[1] ?? '');

/** Null for what is no such request. */
export const xmlRows = (body: string): readonly FeedRow[] | null => {
	const [, inner = null] = /<Request>([\s\S]*)<\/Request>\s*$/.exec(body) ?? [];
	const products = inner?.match(/<Product>[\s\S]*?<\/Product>/g) ?? [];
	return inner === null
		? null
		: products.map((product) => ({
				sellerSku: elementIn(product, 'SellerSku'),
				quantity: elementIn(product, 'Quantity'),
			}));
};
