import { theIconic } from '../../channels/theIconic/connector';
import { hostOf, originOf } from '../../credentials/theIconic/hosts';
import { sellerOf } from '../../credentials/theIconic/sellerOf';
import { typedIn } from '../../credentials/typedIn';
import type { ChannelAccess } from '../shared/channelAccess';

export const access = {
	connector: theIconic,
	label: 'The Iconic',
	credential: 'theIconicChannelApi',
	origin: originOf,
	seller: sellerOf,
	quotaKey: (credential) => `theIconic ${hostOf(credential)} ${typedIn(credential, 'clientId')}`,
} satisfies ChannelAccess<typeof theIconic>;
