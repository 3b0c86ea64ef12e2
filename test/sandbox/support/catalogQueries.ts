/** The queries of reference/ikas.md 9 and 10, with more arguments. */
export const products = `query ($p: PaginationInput, $sort: String, $sku: StringFilterInput, $search: String, $deleted: Boolean) {
  listProduct(pagination: $p, sort: $sort, sku: $sku, search: $search, includeDeleted: $deleted) {
    hasNext page limit
    data {
      id name type deleted updatedAt weight totalStock brand { id name } categories { id name } salesChannels { id status }
      variants {
        id sku barcodeList isActive deleted weight sellIfOutOfStock updatedAt variantValueIds { variantTypeId variantValueId }
        prices { sellPrice discountPrice buyPrice currency currencyCode priceListId }
        stocks { stockLocationId stockCount deleted }
      }
    }
  }
}`;

export const levels = `query ($location: StringFilterInput, $variant: StringFilterInput, $p: PaginationInput) {
  listProductStockLocation(stockLocationId: $location, variantId: $variant, pagination: $p) {
    hasNext page limit
    data { id productId variantId stockLocationId stockCount deleted updatedAt }
  }
}`;
