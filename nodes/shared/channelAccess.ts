import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { ChannelConnector } from '../../channels/connector';
import type { NamedQuota } from '../../domain/quota';

/** How a node reaches one channel: its connector and the credential it signs in with. */
export interface ChannelAccess<Connector extends ChannelConnector = ChannelConnector> {
	readonly connector: Connector;
	/** How people write the channel's name. */
	readonly label: string;
	readonly credential: string;
	/** Scheme and host that the connector's paths are added to. */
	origin(credential: ICredentialDataDecryptedObject): string;
	/** What the credential says of the seller beside its secrets, as `Http.seller`. */
	seller?(credential: ICredentialDataDecryptedObject): Readonly<Record<string, string>>;
	/**
	 * Who signs in takes a turn here, and looks at the credential once more: for refresh tokens that are replaced when they are used, so
	 * that no two processes use the same one.
	 */
	readonly signIn?: NamedQuota;
	/** Calls with the same key share one quota. Holds no secret. */
	quotaKey(credential: ICredentialDataDecryptedObject): string;
}

type Parts = Required<ChannelConnector>;

/** Access to a channel that offers these parts, and what is named of them: `AccessTo<'orders', 'references'>`. */
export type AccessTo<
	Part extends keyof Parts,
	Of extends keyof Parts[Part] = never,
> = ChannelAccess<
	ChannelConnector & {
		readonly [Name in Part]: Parts[Name] & Required<Pick<Parts[Name], Of & keyof Parts[Name]>>;
	}
>;
