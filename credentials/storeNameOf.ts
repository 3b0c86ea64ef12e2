/** `shop` from `shop`, `shop.myikas.com` or `https://shop.myikas.com/admin` (reference/ikas.md 2.2). */
export const storeNameOf = (typed: string): string =>
	/^(?:https?:\/\/)?([a-z0-9-]+)/.exec(typed.trim().toLowerCase())?.[1] ?? '';
