import {
	cancelReasonOptions,
	carrierOptions,
	listingSearch,
	orderSearch,
	statusOptions,
} from '../channel/listSearch';
import { access } from './access';

export const searchOrders = orderSearch(access);
export const searchListings = listingSearch(access);
export const getStatuses = statusOptions(access);
export const getCarriers = carrierOptions(access);
export const getCancelReasons = cancelReasonOptions(access);
