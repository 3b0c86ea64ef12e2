import { Failure } from '../../domain/failure';
import type { RoutingRule } from '../../domain/routing';
import type { Ledger } from '../../ledger/ledger';
import { failureOf } from '../shared/failureOf';
import type { Address } from './address';
import type { Page } from './frame';
import { isOwnForm } from './ownForm';
import type { Visitor } from './pageFor';
import { askedBy, untyped, type ReplayTyped } from './replayForm';
import { replayPage, type ReplayShown } from './replayPage';
import { textIn } from './textIn';

/** The page on which rules are tried; with what was sent from its form, the comparison, too. */
export async function replayAt(
	ledger: Ledger,
	{ store = '', rules }: Address,
	sent: unknown,
	visitor: Visitor,
): Promise<Page> {
	const { token } = visitor;
	if (sent !== null && !isOwnForm(textIn(sent, 'try'), token)) {
		throw new Failure(
			'unauthorised',
			'This was not sent from a page that you opened here. Open the page of the store and try the rules there.',
		);
	}
	const { now } = await ledger.getStoreStanding(store, 1);
	const typed = sent === null ? untyped(await beginWith(ledger, store, rules)) : typedIn(sent);
	const shown = { store, typed, token, ruleSets: await ledger.getRuleSets() };
	const tried =
		sent === null ? { replay: null, refused: null } : await tryOut(ledger, typed, store);
	return replayPage({ ...shown, ...tried }, { ...visitor, now: tried.replay?.to ?? now });
}

const typedIn = (sent: unknown): ReplayTyped => ({
	rules: textIn(sent, 'rules'),
	days: textIn(sent, 'days'),
	stores: textIn(sent, 'stores'),
	stock: textIn(sent, 'stock'),
});

/** Named as a code and a version, or those in force. */
async function beginWith(
	ledger: Ledger,
	store: string,
	named = '',
): Promise<readonly RoutingRule[]> {
	const [, code = named, version] = /^(.+)@(\d{1,9})$/.exec(named) ?? [];
	const of = code || (await ledger.getStore(store)).settings.ruleSet;
	return (await ledger.getRuleSet(of, version === undefined ? undefined : Number(version))).rules;
}

/** What is refused is said on the page, above what was typed. */
async function tryOut(
	ledger: Ledger,
	typed: ReplayTyped,
	store: string,
): Promise<Pick<ReplayShown, 'replay' | 'refused'>> {
	const trying = askedBy(typed, store).then((asked) => ledger.replayOrders(asked));
	const [tried] = await Promise.allSettled([trying]);
	if (tried.status === 'fulfilled') return { replay: tried.value, refused: null };
	const failure = failureOf(tried.reason);
	if (failure?.kind === 'rejected') return { replay: null, refused: failure.message };
	throw tried.reason;
}
