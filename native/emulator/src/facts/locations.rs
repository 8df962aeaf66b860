//! The Azure regions that the emulator knows.

/// Name, display name, geography group, the short code in old keys.
pub static REGIONS: [(&str, &str, &str, &str); 24] = [
    ("eastus", "East US", "US", "eu"),
    ("eastus2", "East US 2", "US", "eu2"),
    ("centralus", "Central US", "US", "cu"),
    ("northcentralus", "North Central US", "US", "ncu"),
    ("southcentralus", "South Central US", "US", "scu"),
    ("westcentralus", "West Central US", "US", "wcu"),
    ("westus", "West US", "US", "wu"),
    ("westus2", "West US 2", "US", "wu2"),
    ("westus3", "West US 3", "US", "wu3"),
    ("canadacentral", "Canada Central", "Canada", "cc"),
    ("brazilsouth", "Brazil South", "South America", "brs"),
    ("northeurope", "North Europe", "Europe", "ne"),
    ("westeurope", "West Europe", "Europe", "we"),
    ("uksouth", "UK South", "UK", "uks"),
    ("francecentral", "France Central", "Europe", "fc"),
    (
        "germanywestcentral",
        "Germany West Central",
        "Europe",
        "gwc",
    ),
    ("switzerlandnorth", "Switzerland North", "Europe", "szn"),
    ("swedencentral", "Sweden Central", "Europe", "sdc"),
    ("norwayeast", "Norway East", "Europe", "nwe"),
    ("uaenorth", "UAE North", "Middle East", "uan"),
    ("centralindia", "Central India", "Asia Pacific", "inc"),
    ("southeastasia", "Southeast Asia", "Asia Pacific", "sea"),
    ("japaneast", "Japan East", "Asia Pacific", "jpe"),
    ("australiaeast", "Australia East", "Asia Pacific", "ae"),
];

/// A location without spaces, in lower case.
pub fn normalize(location: &str) -> String {
    location
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .collect::<String>()
        .to_ascii_lowercase()
}

/// Whether this is a region, however it is written.
pub fn is_known(location: &str) -> bool {
    let name = normalize(location);
    REGIONS.iter().any(|(known, ..)| *known == name)
}

/// The short code of a region; its name when there is none.
pub fn code(location: &str) -> String {
    let name = normalize(location);
    REGIONS
        .iter()
        .find(|(known, ..)| *known == name)
        .map_or(name, |(.., code)| (*code).to_owned())
}

/// All names in one line, as refusals list them.
pub fn names() -> String {
    REGIONS
        .iter()
        .map(|(name, ..)| *name)
        .collect::<Vec<_>>()
        .join(",")
}
