import { listingSearch, locationSearch, orderSearch, statusOptions } from '../channel/listSearch';
import { access } from './access';

export const searchLocations = locationSearch(access);
export const searchOrders = orderSearch(access);
/** How much of a word the search of ikas itself wants is not known (reference/ikas.md 9). */
export const searchListings = listingSearch(access);
export const getStatuses = statusOptions(access);
