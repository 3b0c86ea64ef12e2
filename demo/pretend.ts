import { serve } from '../sandbox/serve';
import type { Sandbox } from '../sandbox/wire';
import type { Secrets } from './findSecrets';
import type { DemoShop } from './shop';
import type { Named } from './template';

/** A pretend channel that listens, and what n8n needs to know to be let in. */
export interface Pretend<Shop extends DemoShop = DemoShop> extends Named {
	readonly channel: string;
	/** The template that tells it what the hub has to say. */
	readonly telling: string;
	/** The template that the story publishes itself, when it is time. */
	readonly later: string;
	readonly url: string;
	readonly shop: Shop;
	/** The OMS that ships what the channel sells, or null where the hub itself does. */
	readonly partner: Pretend | null;
	readonly credential: Credential;
	/** What n8n is entrusted with, and the tokens that came of it: to be found in nothing that was written. */
	secrets(): Secrets;
	close(): Promise<void>;
}

export interface Credential {
	readonly type: string;
	readonly data: object;
}

interface Entrance<Shop extends DemoShop>
	extends Pick<Pretend, 'channel' | 'secrets'>,
		Partial<Pick<Pretend, 'folders' | 'duplicate' | 'telling' | 'later' | 'partner'>> {
	readonly sandbox: Sandbox;
	shopAt(url: string): Shop;
	credential(url: string): Credential;
}

/** Lets a sandbox listen on a free port. */
export async function pretend<Shop extends DemoShop>({
	sandbox,
	shopAt,
	credential,
	...named
}: Entrance<Shop>): Promise<Pretend<Shop>> {
	const { url, close } = await serve(sandbox);
	return {
		folders: [named.channel],
		duplicate: null,
		telling: 'send-updates',
		// The net under the others comes last: before, it would hide what they miss.
		later: 'reconcile',
		partner: null,
		...named,
		...{ url, close, shop: shopAt(url), credential: credential(url) },
	};
}

/** Every system that a story has to do with. */
export const withPartners = (channels: readonly Pretend[]): readonly Pretend[] =>
	channels.flatMap((channel) => (channel.partner ? [channel, channel.partner] : [channel]));
