import { listingSearch, locationSearch, orderSearch, statusOptions } from '../channel/listSearch';
import { access } from './access';

export const searchLocations = locationSearch(access);
export const searchOrders = orderSearch(access);
export const searchListings = listingSearch(access);
export const getStatuses = statusOptions(access);
