import type { FeedReport } from '../../domain/feed';
import { said } from './said';

/** What Amazon's codes mean, and what helps (reference/amazon-seller-flex.md 9). */
const meanings: Readonly<Record<string, string>> = {
	'79503': 'The file is no PDF. Upload a PDF.',
	'79509': 'The seller is not enabled for own invoices. Ask Amazon for it in Seller Central.',
	'79513': 'The order or the number of the invoice is missing. Give both.',
	'79517': 'Amazon has no such order of this seller, or it was not dispatched. Upload it later.',
	'79523':
		'Amazon takes no invoices in this country. Upload it by hand in Seller Central, and let the store settings say so.',
	'79525': 'Amazon issues the invoice of this order itself. Mark it as uploaded.',
	'79531': 'Amazon does not know the kind of document.',
	'79540': 'There was no file. Upload it again.',
	'79544': 'There was no file. Upload it again.',
};

/** The report is a table with tabs: counts above, and a row for each fault under a header that names `error-code`. */
export function invoiceReport(report: string): FeedReport {
	const lines = report.split(/\r?\n/).map((line) => line.split('\t'));
	const header = lines.findIndex((cells) => cells.includes('error-code'));
	const columns = lines[header] ?? [];
	const cell = (cells: readonly string[], name: string) => cells[columns.indexOf(name)] ?? '';
	const faults = (header < 0 ? [] : lines.slice(header + 1))
		.filter((cells) => /^\d+$/.test(cell(cells, 'error-code')))
		.filter((cells) => !/^warning$/i.test(cell(cells, 'error-type')))
		.map((cells) => inWords(cell(cells, 'error-code'), cell(cells, 'error-message')));
	const why = faults.length > 0 ? faults.join(' ') : uncounted(report);
	return { refused: [], refusedWhole: why };
}

function inWords(code: string, message: string): string {
	const meaning = meanings[code];
	const told = message === '' ? '' : said(message);
	return meaning === undefined
		? `${told || 'Amazon refused it'} (${code}).`
		: `${meaning} (${code}${told === '' ? '' : `: ${told}`})`;
}

/** A report without a fault that counts nothing as successful is no success. */
const uncounted = (report: string): string | null =>
	/successful\s+0\b/i.test(report) ? 'Amazon refused it and did not say why.' : null;
