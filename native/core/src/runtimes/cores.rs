//! The cores that an Azure-SSIS runtime takes while it runs, and the limit of a subscription.

use azir_azure::json::Lookup;

use super::body::RuntimeBody;
use crate::{Call, error::Result, runtimes::place::RuntimePlace, runtimes::service::Service};

/// The cores of all Azure-SSIS runtimes that a subscription may run, unless Microsoft raised the limit.
///
/// Source: the limits of Data Factory in "Azure subscription and service limits, quotas, and constraints".
const LIMIT: u64 = 64;

/// Says in words what the nodes of an Azure-SSIS runtime take: verbose, or a warning above the limit.
///
/// # Errors
/// The caller no longer reads.
pub async fn describe(call: &Call, place: &RuntimePlace, runtime: &RuntimeBody) -> Result<()> {
    let compute = runtime.details().at("computeProperties");
    let (Some(size), Some(nodes)) = (
        compute.at("nodeSize").as_str(),
        compute.at("numberOfNodes").as_u64(),
    ) else {
        return Ok(());
    };
    let Some(each) = cores_of(size) else {
        return Ok(());
    };
    let all = nodes.saturating_mul(each);
    let nodes_text = if nodes == 1 {
        format!("1 node of {size}")
    } else {
        format!("{nodes} nodes of {size} with {each} cores each")
    };
    let sum = format!(
        "{} uses {all} {} while it runs: {nodes_text}.",
        place.called_first(),
        if all == 1 { "core" } else { "cores" },
    );
    if all <= LIMIT {
        return call
            .caller
            .verbose(format!(
                "{sum} All Azure-SSIS integration runtimes of a subscription may use {LIMIT} cores, unless Microsoft \
                 raised the limit."
            ))
            .await;
    }
    let fewer = (LIMIT / each).max(1);
    let cure = match place.parent.service {
        Service::DataFactory => format!(
            ", or use fewer nodes: Set-AzDataFactoryV2IntegrationRuntime -ResourceGroupName '{}' -DataFactoryName \
             '{}' -Name '{}' -NodeCount {fewer}",
            place.parent.resource_group, place.parent.name, place.name
        ),
        Service::Synapse | Service::Purview => ".".to_owned(),
    };
    call.caller
        .warning(format!(
            "{sum} A subscription has {LIMIT} cores for all Azure-SSIS integration runtimes, unless Microsoft raised \
             the limit. If the start fails, ask for more cores in a support request{cure}"
        ))
        .await
}

/// The cores of a machine of that size; nothing for a size that is not one of a general or memory series.
fn cores_of(size: &str) -> Option<u64> {
    let lower = size.to_ascii_lowercase();
    let (series, version) = lower.strip_prefix("standard_")?.split_once("_v")?;
    let version: u32 = version.parse().ok()?;
    let letters = series.find(|letter: char| letter.is_ascii_digit())?;
    let (family, rest) = series.split_at(letters);
    let digits = rest
        .find(|letter: char| !letter.is_ascii_digit())
        .unwrap_or(rest.len());
    let number: u64 = rest[..digits].parse().ok()?;
    match (family, version) {
        // The second generation of D counts sizes and not cores.
        ("d", 2) => match number {
            1..=5 => Some(1 << (number - 1)),
            _ => None,
        },
        ("a" | "d" | "e", _) if (1..=256).contains(&number) => Some(number),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::cores_of;

    #[test]
    fn the_cores_of_a_size_are_in_its_name_or_its_place_in_the_series() {
        for (size, cores) in [
            ("Standard_A4_v2", Some(4)),
            ("Standard_A8_v2", Some(8)),
            ("Standard_D1_v2", Some(1)),
            ("Standard_D3_v2", Some(4)),
            ("standard_d4_V2", Some(8)),
            ("Standard_D2_v3", Some(2)),
            ("Standard_D64_v3", Some(64)),
            ("Standard_E16_v3", Some(16)),
            ("Standard_D4s_v3", Some(4)),
            ("Standard_D9_v2", None),
            ("Standard_D0_v3", None),
            ("Standard_F4", None),
            ("Standard_G4_v2", None),
            ("Standard_D_v3", None),
            ("Standard_D99999999999999999999_v3", None),
            ("", None),
        ] {
            assert_eq!(cores_of(size), cores, "{size}");
        }
    }
}
