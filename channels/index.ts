import type { ChannelConnector } from './connector';
import { ikas } from './ikas/connector';

/** Every outside system by its name. */
export const channels = { ikas } as const satisfies Record<string, ChannelConnector>;
