import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { ChannelConnector } from '../../channels/connector';

/** How a node reaches one channel: its connector and the credential it signs in with. */
export interface ChannelAccess<Connector extends ChannelConnector = ChannelConnector> {
	readonly connector: Connector;
	readonly credential: string;
	/** Scheme and host that the connector's paths are added to. */
	origin(credential: ICredentialDataDecryptedObject): string;
	/** What the credential says of the seller beside its secrets, as `Http.seller`. */
	seller?(credential: ICredentialDataDecryptedObject): Readonly<Record<string, string>>;
	/** Calls with the same key share one quota. Holds no secret. */
	quotaKey(credential: ICredentialDataDecryptedObject): string;
}
