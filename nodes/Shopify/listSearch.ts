import { listingSearch, locationSearch, orderSearch } from '../channel/listSearch';
import { access } from './access';

export const searchLocations = locationSearch(access);
export const searchOrders = orderSearch(access);
export const searchListings = listingSearch(access);
