//! The tenants, subscriptions, applications and principals that every new emulator has.

/// The tenant of the first two subscriptions.
pub const HOME_TENANT: &str = "11111111-1111-4111-8111-111111111111";
/// The tenant of the third subscription.
pub const OTHER_TENANT: &str = "22222222-2222-4222-8222-222222222222";
/// The subscription that the ready line names.
pub const SUBSCRIPTION: &str = "33333333-3333-4333-8333-333333333333";
/// The second subscription of the home tenant.
pub const SECOND_SUBSCRIPTION: &str = "44444444-4444-4444-8444-444444444444";
/// The subscription of the other tenant.
pub const OTHER_SUBSCRIPTION: &str = "55555555-5555-4555-8555-555555555555";
/// The resource group that the first subscription has from the start.
pub const GROUP: &str = "rg-emulator";
/// The region of that resource group.
pub const LOCATION: &str = "eastus";
/// Owner of everything, in both tenants.
pub const OWNER_CLIENT: &str = "66666666-6666-4666-8666-666666666666";
/// The secret of the owner. It is public, and no other service takes it.
pub const OWNER_SECRET: &str = "azir-emulator-owner-secret";
/// The service principal of the owner in the home tenant.
pub const OWNER_OBJECT: &str = "66666666-6666-4666-8666-000000000001";
/// The service principal of the owner in the other tenant.
pub const OWNER_OBJECT_ELSEWHERE: &str = "66666666-6666-4666-8666-000000000002";
/// Reader of the first subscription.
pub const READER_CLIENT: &str = "77777777-7777-4777-8777-777777777777";
/// The secret of the reader; public, as the owner's is.
pub const READER_SECRET: &str = "azir-emulator-reader-secret";
/// The service principal of the reader.
pub const READER_OBJECT: &str = "77777777-7777-4777-8777-000000000001";
/// The person who signs in with a browser or a device code: Owner of the home tenant's subscriptions.
pub const USER_OBJECT: &str = "88888888-8888-4888-8888-888888888888";
/// The same person as a guest in the other tenant: Owner there.
pub const USER_OBJECT_ELSEWHERE: &str = "88888888-8888-4888-8888-000000000002";
/// The name that the person signs in with.
pub const USER_NAME: &str = "owner@home.azir.example";
/// The managed identity of the machine: Contributor of the first subscription.
pub const IDENTITY_CLIENT: &str = "99999999-9999-4999-8999-999999999999";
/// The object id of that identity.
pub const IDENTITY_OBJECT: &str = "99999999-9999-4999-8999-000000000001";
/// A group without members and roles.
pub const GROUP_OBJECT: &str = "aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa";
/// The public client of Azure CLI.
pub const CLI_CLIENT: &str = "04b07795-8ddb-461a-bbee-02f9e1bf7b46";
/// The public client of Azure PowerShell.
pub const POWERSHELL_CLIENT: &str = "1950a258-227b-4e31-a9cf-717495945fc2";
