//! Lists the hosts that an Azure-SSIS runtime must reach from its network.

use serde_json::{Value, json};

use super::place::Place;
use crate::arm::Call;
use crate::wire::{Answer, Reply};

/// The hosts, by what they are for.
pub fn list(call: &Call<'_>, place: &Place) -> Answer {
    place.enter(
        call,
        "integrationRuntimes/outboundNetworkDependenciesEndpoints/read",
    )?;
    let (parent, runtime) = place.runtime(call)?;
    if runtime.lifecycle.is_none() {
        return Ok(Reply::ok(&json!({ "value": [] })));
    }
    let own = format!("{}.{}.datafactory.azure.net", parent.name, parent.region());
    let categories: [(&str, &[&str]); 4] = [
        ("Azure Data Factory (Management)", &[&own]),
        (
            "Azure Storage (Management)",
            &["*.blob.core.windows.net", "*.table.core.windows.net"],
        ),
        ("Azure Container Registry (Custom Setup)", &["*.azurecr.io"]),
        ("Event Hub (Logging)", &["*.servicebus.windows.net"]),
    ];
    let value: Vec<Value> = categories
        .iter()
        .map(|(category, hosts)| {
            let endpoints: Vec<Value> = hosts
                .iter()
                .map(|host| json!({ "domainName": host, "endpointDetails": [{ "port": 443 }] }))
                .collect();
            json!({ "category": category, "endpoints": endpoints })
        })
        .collect();
    Ok(Reply::ok(&json!({ "value": value })))
}
