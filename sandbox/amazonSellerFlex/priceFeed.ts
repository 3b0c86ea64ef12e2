import { z } from 'zod';
import type { FeedOrder, FeedResult } from './feeds';
import { type ListingsContext, checkedPatch, patchShape } from './listings';
import { type Issue, issue } from './offers';

/** `PARTIAL_UPDATE` and the others are not played (reference/amazon-seller-flex.md 11.2). */
const messageShape = patchShape
	.extend({
		messageId: z.number().int().min(1),
		sku: z.string().min(1),
		operationType: z.literal('PATCH'),
	})
	.strict();

const documentShape = z.object({
	header: z.object({
		sellerId: z.string(),
		version: z.literal('2.0'),
		issueLocale: z.string().optional(),
	}),
	messages: z
		.array(z.object({ messageId: z.number().int().min(1) }).passthrough())
		.min(1)
		.max(25_000),
});

type Message = z.infer<typeof documentShape>['messages'][number];

export interface PriceFeedContext extends ListingsContext {
	readonly sellerId: string;
	fails(): boolean;
}

/** Codes of a missing SKU and of a mishap are a guess. */
const refusals = {
	shape: (path: string) => issue('90000900', `The message is invalid at '${path}'.`),
	sku: (sku: string) => issue('13013', `The SKU '${sku}' does not exist.`),
	mishap: () => issue('90001', 'An internal error occurred. Submit the message again.'),
};

const played = (message: Message, feed: string, context: PriceFeedContext): readonly Issue[] => {
	const read = messageShape.safeParse(message);
	if (!read.success) return [refusals.shape(read.error.issues[0]?.path.join('.') ?? '')];
	const { sku, patches } = read.data;
	if (!context.products.find(sku)) return [refusals.sku(sku)];
	if (context.fails()) return [refusals.mishap()];
	const checked = patches.map((patch) => checkedPatch(patch, context));
	const issues = checked.flatMap((one) => one.issues);
	if (issues.length > 0) return issues;
	for (const { op, offers } of checked) context.products.patch(sku, op, offers, feed);
	return [];
};

const row = ({ messageId, sku }: Message, { code, severity, message, attributeNames }: Issue) => ({
	messageId,
	...(typeof sku === 'string' && { sku }),
	code,
	severity,
	message,
	...(attributeNames && { attributeName: attributeNames[0] }),
});

const jsonOf = (text: string): unknown => {
	try {
		return JSON.parse(text);
	} catch {
		return null;
	}
};

const isUnique = (messages: readonly Message[]) =>
	new Set(messages.map(({ messageId }) => messageId)).size === messages.length;

const contentType = 'application/json; charset=UTF-8';

/** A document that is none, or somebody else's, ends FATAL. */
const unreadable: FeedResult = { report: null, contentType, accepted: 0, refused: 0 };

/** JSON_LISTINGS_FEED: each message on its own, and a report that names those refused. */
export const priceFeed = ({ id, file }: FeedOrder, context: PriceFeedContext): FeedResult => {
	const text = Buffer.from(file.bytes ?? new Uint8Array()).toString('utf8');
	const read = documentShape.safeParse(jsonOf(text));
	if (!read.success || !isUnique(read.data.messages)) return unreadable;
	const { header, messages } = read.data;
	if (header.sellerId !== context.sellerId) return unreadable;
	const outcomes = messages.map((message) => ({ message, issues: played(message, id, context) }));
	const issues = outcomes.flatMap(({ message, issues: found }) =>
		found.map((one) => row(message, one)),
	);
	const refused = outcomes.filter((one) => one.issues.length > 0).length;
	const accepted = messages.length - refused;
	const report = {
		header: { sellerId: header.sellerId, version: '2.0', feedId: id },
		issues,
		summary: {
			errors: issues.length,
			warnings: 0,
			messagesProcessed: messages.length,
			messagesAccepted: accepted,
			messagesInvalid: refused,
		},
	};
	return { report: JSON.stringify(report), contentType, accepted, refused };
};
