import type { Label, Tracking } from '../../domain/channelUpdate';
import { Failure, refused } from '../../domain/failure';
import type { Http } from '../connector';
import { part, partOrNull, reading, rows, sound, text } from '../fields';
import type { Fields, Reading } from '../fields';
import * as requests from './requests';
import { said } from './said';
import type { AmazonLabel, AmazonLabels } from './types';

export interface Labelled {
	readonly tracking: Tracking;
	/** Where the file is, for a while that nobody says: it is fetched at once. */
	readonly address: string;
}

export interface LabelsMade {
	readonly made: ReadonlyMap<string, Labelled>;
	/** Amazon's words, by package that may have its label later. */
	readonly late: ReadonlyMap<string, string>;
}

/** A label may fail inside an answer that is good (reference/amazon-seller-flex.md 8). */
const temporary = /^0*1$/;

export function labelsIn(body: Fields, packageIds: readonly string[], number: string): LabelsMade {
	const from = reading<AmazonLabels>(body);
	const answered = rows(from, 'packageShipLabelList');
	const made = new Map<string, Labelled>();
	const late = new Map<string, string>();
	for (const id of packageIds) {
		const label = answered.find(({ fields }) => fields.packageId === id);
		if (label === undefined) late.set(id, 'it is missing from the answer');
		else if (text(label, 'status') === 'SUCCESS') made.set(id, labelledIn(label));
		else late.set(id, failureOf(label, id, number));
	}
	sound('amazonSellerFlex', from);
	return { made, late };
}

function labelledIn(label: Reading<AmazonLabel>): Labelled {
	const metadata = part(label, 'shipLabelMetadata');
	return {
		tracking: {
			number: text(metadata, 'trackingId'),
			carrier: text(metadata, 'carrierName'),
			url: null,
		},
		address: text(part(label, 'fileData'), 'url'),
	};
}

/** Throws where trying again does not help. */
function failureOf(label: Reading<AmazonLabel>, id: string, number: string): string {
	const { code, message } = partOrNull(label, 'errorDetails')?.fields ?? {};
	const words = said([code, message].filter((word) => typeof word === 'string').join(': '));
	if (typeof code === 'string' && temporary.test(code)) return words;
	throw refused(
		`amazonSellerFlex: Amazon makes no label for package ${id} of order ${number} (${words || 'no reason given'}). Look at the order in Seller Flex.`,
	);
}

/** The file as Amazon keeps it: for a printer of labels, or a picture. A web page is what something on the way says instead. */
export async function labelFile(http: Http, address: string, id: string): Promise<Label> {
	const { status, headers, body } = await http(requests.document(address));
	const mimeType = (headers['content-type'] ?? '').split(';')[0]?.trim() ?? '';
	const isPage = /^text\/html$/i.test(mimeType);
	if (status === 200 && !isPage && typeof body === 'string' && body !== '') {
		return { mimeType: mimeType || 'application/octet-stream', base64: body };
	}
	throw new Failure(
		'unavailable',
		`amazonSellerFlex: the label of package ${id} could not be fetched from where Amazon keeps it (${isPage ? 'a web page came instead' : `status ${status}`}). Try again later.`,
	);
}
