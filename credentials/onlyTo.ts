import type { IHttpRequestOptions } from 'n8n-workflow';
import { refused } from '../domain/failure';
import { targetOf } from './guarded';
import { signInFirst } from './signInFirst';

/** What a channel's requests are signed with, and where it may go. */
interface Secret {
	readonly channel: string;
	readonly name: 'key' | 'token';
	readonly baseUrl: string;
	readonly host: string;
	/** Whether it came of a sign-in with what the credential says now. */
	readonly isCurrent: boolean;
}

/** Throws where the request would take the secret elsewhere, or the secret is that of another sign-in. */
export function onlyTo(
	{ channel, name, baseUrl, host: home, isCurrent }: Secret,
	options: IHttpRequestOptions,
): void {
	const { origin, host } = targetOf(options);
	if (origin !== URL.parse(baseUrl)?.origin) {
		throw refused(
			`${channel}: the ${name} is for ${home} only, it is not sent to ${host}. Correct the URL.`,
		);
	}
	if (!isCurrent) throw signInFirst(channel);
}
