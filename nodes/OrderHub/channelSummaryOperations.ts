import type { IExecuteFunctions } from 'n8n-workflow';
import { addressOf } from '../channelSummary/address';
import { refusalPage } from '../channelSummary/answerPages';
import type { Page } from '../channelSummary/frame';
import { answerTo, pageAt } from '../channelSummary/pageFor';
import { ownFormToken } from '../channelSummary/ownForm';
import { personIn } from '../channelSummary/person';
import { replayAt } from '../channelSummary/replayAt';
import { textIn } from '../channelSummary/textIn';
import { eachItem } from '../shared/eachItem';
import { failureOf } from '../shared/failureOf';
import { ledgerOf } from '../shared/ledgerOf';
import { jsonOf } from '../shared/parameters';
import { one } from '../shared/row';

async function page(context: IExecuteFunctions, item: number): Promise<Page> {
	const { query, body, headers } = jsonOf(context, item);
	const asked = addressOf(query);
	const visitor = {
		person: personIn(headers),
		token: ownFormToken(headers, context.getInstanceId()),
		zone: context.getTimezone(),
		live: asked.live === '1',
	};
	const confirmation = textIn(body, 'confirmation');
	const ledger = await ledgerOf(context);
	if (textIn(body, 'try') !== '') return await replayAt(ledger, asked, body, visitor);
	return confirmation === ''
		? await pageAt(ledger, asked, visitor)
		: await answerTo(ledger, { confirmation, reason: textIn(body, 'reason') }, visitor);
}

/** What is refused is a page, too: whoever asks sits at a browser. */
const getPage = eachItem(async (context, item) => {
	const [made] = await Promise.allSettled([page(context, item)]);
	if (made.status === 'fulfilled') return one(made.value);
	const failure = failureOf(made.reason);
	if (failure === null) throw made.reason;
	return one(refusalPage(failure, textIn(jsonOf(context, item).body, 'confirmation') === ''));
});

export const channelSummaryOperations = { 'channelSummary:getPage': getPage };
