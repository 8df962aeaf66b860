//! `Export-AzIntegrationRuntimeTopology` and `Show-AzIntegrationRuntimeTopology`: the picture of a fleet in a file, or
//! in the browser.

use std::path::{Path, PathBuf};

use time::{OffsetDateTime, format_description::well_known::Rfc3339};
use url::Url;
use uuid::Uuid;

use super::{
    checks::{self, CheckOptions},
    record::Fleet,
    scope::Selection,
    snapshot::Snapshot,
    survey::{self, NullSink},
    topology::{self, Form, Topology, view::Detail},
};
use crate::{
    Call,
    accounts::connect::has_screen,
    error::{Error, Result},
    report::{self, counted},
};

/// Writes the picture to the file of `-Path`.
///
/// # Errors
/// `InvalidInput` for a parameter that is not valid or a path that cannot be written, both before anything is read;
/// those that end a survey; a file that cannot be written.
pub async fn export(call: &Call) -> Result<()> {
    let path = PathBuf::from(call.arguments().required("Path")?);
    let form = Form::of_path(&path).map_err(Error::ending)?;
    let options = Options::read(call)?;
    report::check_writable("Path", &path).map_err(Error::ending)?;
    report::check_replaceable("Path", &path, form.mark()).map_err(Error::ending)?;
    let target = path.display().to_string();
    if !call
        .caller
        .should_process_only("Export the topology", &target)
        .await?
    {
        return Ok(());
    }
    let picture = picture(call, form, &options).await?;
    report::save(&path, picture.as_bytes())?;
    call.caller
        .verbose(format!("The picture is in '{target}'."))
        .await
}

/// Shows the picture in the browser.
///
/// # Errors
/// As [`export`].
pub async fn show(call: &Call) -> Result<()> {
    let options = Options::read(call)?;
    let name = format!("azir-topology-{}.html", Uuid::new_v4());
    let path = std::env::temp_dir().join(name);
    let picture = picture(call, Form::Html, &options).await?;
    report::save_private(&path, picture.as_bytes())?;
    if open(call, &path).await? {
        let notice = format!("The browser shows '{}'.", path.display());
        return call.caller.verbose(notice).await;
    }
    let notice = format!(
        "No browser could be opened. The picture is in '{}'. Open this file in a browser, or run \
         Export-AzIntegrationRuntimeTopology -Path './fleet.svg'.",
        path.display()
    );
    call.caller.warning(notice).await
}

async fn open(call: &Call, path: &Path) -> Result<bool> {
    if !has_screen(call).await? {
        return Ok(false);
    }
    let Some(programs) = &call.library.system.programs else {
        return Ok(false);
    };
    match Url::from_file_path(path) {
        Ok(address) => Ok(programs.open(address.as_str()).await),
        Err(()) => Ok(false),
    }
}

/// The parameters.
struct Options {
    detail: Option<Detail>,
    /// A snapshot, or the part of Azure to read.
    source: std::result::Result<Snapshot, Selection>,
}

impl Options {
    fn read(call: &Call) -> Result<Self> {
        let arguments = call.arguments();
        let detail = match arguments.filled("Detail") {
            Some(name) => Some(Detail::of_name(&name).ok_or_else(|| {
                let names: Vec<&str> = Detail::ALL.iter().map(|own| own.0.name()).collect();
                Error::invalid(
                    "Detail",
                    format!(
                        "'{name}' is not a valid value of -Detail. Give one of: {}.",
                        names.join(", ")
                    ),
                )
                .ending()
            })?),
            None => None,
        };
        let source = match arguments.filled("FromSnapshot") {
            Some(path) => {
                Ok(Snapshot::read("FromSnapshot", Path::new(&path)).map_err(Error::ending)?)
            }
            None => Err(Selection::from_call(call).map_err(Error::ending)?),
        };
        Ok(Self { detail, source })
    }
}

async fn picture(call: &Call, form: Form, options: &Options) -> Result<String> {
    let now = OffsetDateTime::from(call.library.clock.now());
    let read;
    let fleet = match &options.source {
        Ok(snapshot) => &snapshot.fleet,
        Err(selection) => {
            read = survey(call, selection, now).await?;
            &read
        }
    };
    warn(call, fleet).await?;
    let findings = checks::check(fleet, &CheckOptions::default(), now);
    let topology = Topology::of(fleet, &findings);
    let day = report::day(&fleet.taken_at);
    let title = format!("Integration runtimes on {day}");
    Ok(topology::write(form, &topology, &title, options.detail))
}

async fn survey(call: &Call, selection: &Selection, now: OffsetDateTime) -> Result<Fleet> {
    let mut fleet = Fleet {
        taken_at: now.format(&Rfc3339).unwrap_or_default(),
        ..Fleet::default()
    };
    let wanted = survey::Options {
        status: true,
        grants: true,
        link_access: true,
        ..survey::Options::default()
    };
    survey::run(call, selection, &wanted, &mut fleet, &mut NullSink).await?;
    Ok(fleet)
}

/// Says what the picture does not have.
async fn warn(call: &Call, fleet: &Fleet) -> Result<()> {
    if fleet.parents.is_empty() {
        let notice = "The selection has no data factory, workspace or Purview account. The picture is empty. \
                      Get-AzSubscription lists the subscriptions of the current context.";
        call.caller.warning(notice).await?;
    }
    if !fleet.unreadable.is_empty() {
        let notice = format!(
            "{} could not be read, and the picture shows that. The reasons: Test-AzIntegrationRuntimeFleet | \
             Where-Object Code -Like 'AZIR4*' | Format-List Message, Fix",
            counted(fleet.unreadable.len(), "resource", "resources")
        );
        call.caller.warning(notice).await?;
    }
    Ok(())
}
