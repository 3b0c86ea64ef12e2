import { knownListings, knownOrders, mappedLocations } from '../channel/ledgerSearch';
import { statusOptions } from '../channel/listSearch';
import { access } from './access';

export const searchLocations = mappedLocations(access);
export const searchOrders = knownOrders(access);
export const searchListings = knownListings(access);
export const getStatuses = statusOptions(access);
