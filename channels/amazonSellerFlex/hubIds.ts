import type { ChannelConnector } from '../connector';

/** Such as EXSB (reference/amazon-seller-flex.md 1). */
const usual = /^[A-Z0-9]{4}$/;
/** Amazon takes up to 36 characters, and its sandbox makes long ones. What lies between is more likely a slip of the finger. */
const long = /^[A-Za-z0-9_-]{8,36}$/;

/** No call lists them: a person reads them in Seller Flex. */
export const hubIds = {
	label: 'Seller Flex Hub ID',
	placeholder: 'EXSB',

	faultOf(typed: string) {
		if (usual.test(typed) || long.test(typed)) return null;
		if (usual.test(typed.trim().toUpperCase())) {
			return `"${typed}" is no Seller Flex Hub ID. Write it in capital letters and without spaces: ${typed.trim().toUpperCase()}.`;
		}
		return `"${typed}" is no Seller Flex Hub ID. It has four capital letters or digits, such as EXSB: copy it from Seller Flex.`;
	},
} satisfies NonNullable<ChannelConnector['typedLocations']>;
