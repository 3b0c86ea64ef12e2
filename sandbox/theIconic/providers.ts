import { random, seedOf, uuid } from '../random';
import type { IconicProvider } from './types';

/** Names are made up: those of The Iconic's own list are not known (reference/the-iconic-sellercenter.md 13). */
export const usualProviders: readonly IconicProvider[] = [
	{ name: 'Australia Post', default: true },
	{ name: 'StarTrack', trackingFormat: '^[A-Z0-9-]{6,40}$' },
	{ name: 'Toll Priority' },
	{ name: 'Iconic Express', apiIntegrationAvailable: true },
	{ name: 'Bluebird Parcels', blocksShipped: true },
	{ name: 'Retired Courier', status: false },
];

const uuidOf = (name: string) => uuid(random(seedOf(name)));

/** As it stands beside an item. */
export const providerRef = (provider: IconicProvider | null) =>
	provider && {
		uuid: uuidOf(provider.name),
		name: provider.name,
		default: provider.default ?? false,
		digitalType: null,
		trackingUrl: null,
	};

export const providerAnswer = (provider: IconicProvider, at: number) => ({
	id: at + 1,
	uuid: uuidOf(provider.name),
	name: provider.name,
	default: provider.default ?? false,
	apiIntegrationAvailable: provider.apiIntegrationAvailable ?? false,
	status: provider.status ?? true,
	cashOnDelivery: false,
	url: '',
});

export type ProviderOf = (name: string | null | undefined) => IconicProvider | null;

/** Exact: names are the values (reference/the-iconic-sellercenter.md 8). */
export const providerIn =
	(providers: readonly IconicProvider[]): ProviderOf =>
	(name) =>
		providers.find((provider) => provider.name === name) ?? null;
