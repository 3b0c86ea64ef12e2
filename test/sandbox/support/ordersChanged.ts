/** The query of reference/ikas.md 8, whole. */
export const ordersChanged = `
query OrdersChanged($orderedAt: DateFilterInput, $updatedAt: DateFilterInput, $pagination: PaginationInput, $sort: String) {
  listOrder(orderedAt: $orderedAt, updatedAt: $updatedAt, pagination: $pagination, sort: $sort) {
    hasNext page limit
    data {
      id orderNumber status orderPaymentStatus orderPackageStatus orderedAt createdAt updatedAt
      cancelledAt cancelReason deleted archived currencyCode currencySymbol
      totalPrice totalFinalPrice netTotalFinalPrice note shippingMethod
      salesChannelId salesChannel { id name type } stockLocationId stockLocation { id name } sourceId
      customer { id email firstName lastName fullName phone isGuestCheckout }
      shippingAddress { ...Address }
      billingAddress { ...Address }
      paymentMethods { type price paymentGatewayName paymentGatewayCode }
      shippingLines { title price finalPrice taxValue paymentMethod isRefunded cargoCompanyId }
      orderAdjustments { name type amountType amount order }
      taxLines { price rate }
      orderLineItems {
        id quantity status statusUpdatedAt price unitPrice discountPrice finalPrice finalUnitPrice taxValue
        currencyCode deleted edited originalOrderLineItemId stockLocationId sourceId
        variant { id productId sku barcodeList name weight variantValues { variantTypeName variantValueName } }
      }
      orderPackages {
        id orderPackageNumber orderPackageFulfillStatus orderLineItemIds stockLocationId deleted appId errorMessage
        trackingInfo { trackingNumber trackingLink cargoCompany cargoCompanyId barcode }
      }
    }
  }
}
fragment Address on OrderAddress {
  firstName lastName company addressLine1 addressLine2 postalCode phone identityNumber taxNumber taxOffice
  city { id name code } district { id name code } state { id name code } country { id name code iso2 iso3 } region { id name }
}`;
