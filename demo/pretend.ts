import { serve } from '../sandbox/serve';
import type { Sandbox } from '../sandbox/wire';
import type { Secrets } from './findSecrets';
import type { DemoShop } from './shop';

/** A pretend channel that listens, and what n8n needs to know to be let in. */
export interface Pretend<Shop extends DemoShop = DemoShop> {
	readonly channel: string;
	readonly url: string;
	readonly shop: Shop;
	readonly credential: Credential;
	/** What n8n is entrusted with, and the tokens that came of it: to be found in nothing that was written. */
	secrets(): Secrets;
	close(): Promise<void>;
}

export interface Credential {
	readonly type: string;
	readonly data: object;
}

interface Entrance<Shop> extends Pick<Pretend, 'channel' | 'secrets'> {
	readonly sandbox: Sandbox;
	shopAt(url: string): Shop;
	credential(url: string): Credential;
}

/** Lets a sandbox listen on a free port. */
export async function pretend<Shop extends DemoShop>({
	channel,
	sandbox,
	shopAt,
	credential,
	secrets,
}: Entrance<Shop>): Promise<Pretend<Shop>> {
	const { url, close } = await serve(sandbox);
	return { channel, url, shop: shopAt(url), credential: credential(url), secrets, close };
}
