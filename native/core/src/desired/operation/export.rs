//! `Export-AzIntegrationRuntime`.

use std::{
    fs,
    path::{Path, PathBuf},
};

use super::input::{mapping, target};
use crate::{
    Call,
    arm::Arm,
    desired::{
        Desired,
        export::{self, Action, ExportedFile, Files},
        folder, live, output, source,
    },
    error::{Error, ErrorKind, Result},
    report, wildcard,
};

/// Writes the live integration runtimes to files in the form of the Git integration.
///
/// # Errors
/// `InvalidInput` for a path that is not a folder; what the service answers; a file that cannot be written; `NotMet` at
/// the end where a file was not written because it cannot be read.
pub async fn export(call: &Call) -> Result<()> {
    let root = root(&PathBuf::from(call.arguments().required("Path")?))?;
    let mapping = mapping(call.arguments())?;
    let files = Files::new(present(&root)?, mapping);
    let arm = Arm::connect(call).await?;
    let target = target(&arm).await?;
    let found = live::read(&arm, &target, false).await?;
    let patterns = call.arguments().texts("Name").unwrap_or_default();
    let wanted = |name: &str| {
        patterns.is_empty()
            || patterns
                .iter()
                .any(|pattern| wildcard::matches(pattern, name))
    };
    let named = |name: &str| patterns.iter().any(|own| own.eq_ignore_ascii_case(name));
    missing(&patterns, &found.runtimes, &target.called())?;
    if let Some(why) = files.conflict(&found.runtimes, &wanted) {
        return Err(Error::invalid(
            "Mapping",
            format!("{why} Nothing was written."),
        ));
    }
    let files = export::plan(&root, &files, &target, &found.runtimes, &wanted, &named);
    let agreed = agreed(call, &files).await?;
    let mut secrets = Vec::new();
    for (file, agreed) in files.iter().zip(agreed) {
        if agreed {
            write(file)?;
            secrets.extend(
                file.secrets
                    .iter()
                    .map(|path| format!("{}: {path}", file.runtime)),
            );
        }
        call.caller
            .object(output::exported(file, agreed, &target))
            .await?;
    }
    if !secrets.is_empty() {
        let notice = format!(
            "The files have no secrets, since the service does not return them: {}. Deploying such a file does not set \
             them.",
            secrets.join(", ")
        );
        call.caller.warning(notice).await?;
    }
    refusal(&files)
}

/// The root of the files: the folder that is named, or the one above its folder of integration runtimes.
fn root(path: &Path) -> Result<PathBuf> {
    if path.exists() && !path.is_dir() {
        return Err(Error::invalid(
            "Path",
            format!(
                "'{}' is a file. Give the root folder of the Git repository, or a new folder.",
                path.display()
            ),
        ));
    }
    let is_own = path
        .file_name()
        .is_some_and(|own| own.eq_ignore_ascii_case(folder::RUNTIMES));
    Ok(match source::root(path) {
        Some(root) => root,
        None if is_own => path.parent().map_or_else(PathBuf::new, Path::to_owned),
        None => path.to_owned(),
    })
}

/// The files that are there.
fn present(root: &Path) -> Result<Desired> {
    folder::read(root).map_err(|message| Error::invalid("Path", message))
}

/// A name without wildcards that is not live is a mistake.
fn missing(
    patterns: &[String],
    live: &[crate::runtimes::body::RuntimeBody],
    place: &str,
) -> Result<()> {
    let lacking = patterns.iter().find(|pattern| {
        !wildcard::is_pattern(pattern)
            && !live.iter().any(|own| {
                own.name()
                    .is_some_and(|name| name.eq_ignore_ascii_case(pattern))
            })
    });
    match lacking {
        None => Ok(()),
        Some(name) => Err(Error::invalid(
            "Name",
            format!(
                "Integration runtime '{name}' does not exist in {place}. Nothing was written. To see the names: \
                 Get-AzIntegrationRuntime"
            ),
        )),
    }
}

/// Which of the files are written.
async fn agreed(call: &Call, files: &[ExportedFile]) -> Result<Vec<bool>> {
    let mut agreed = Vec::with_capacity(files.len());
    for file in files {
        let action = match file.action {
            Action::Create => "Create the file",
            Action::Change => "Overwrite the file",
            Action::NoChange | Action::NotLive | Action::Refused => {
                agreed.push(false);
                continue;
            }
        };
        let action = match file.changes.as_slice() {
            [] => action.to_owned(),
            changes => format!("{action} ({})", changes.join("; ")),
        };
        let path = file.path.display().to_string();
        agreed.push(call.caller.should_process(&action, &path).await?);
    }
    let changed: Vec<String> = files
        .iter()
        .zip(&agreed)
        .filter(|(file, agreed)| **agreed && file.action == Action::Change)
        .map(|(file, _)| format!("  {}: {}", file.path.display(), file.changes.join("; ")))
        .collect();
    if changed.is_empty() {
        return Ok(agreed);
    }
    let question = format!(
        "These files differ from what is live:\n{}\nOverwrite them?",
        changed.join("\n")
    );
    if !call
        .caller
        .should_continue_with(&question, "Overwrite files?")
        .await?
    {
        for (file, agreed) in files.iter().zip(&mut agreed) {
            *agreed &= file.action == Action::Create;
        }
    }
    Ok(agreed)
}

fn write(file: &ExportedFile) -> Result<()> {
    if let Some(folder) = file.path.parent() {
        fs::create_dir_all(folder).map_err(|error| {
            Error::new(
                ErrorKind::System,
                format!(
                    "The folder '{}' was not created: {error}. Give another -Path, or the right to write there.",
                    folder.display()
                ),
            )
        })?;
    }
    report::save(&file.path, &file.content)
}

/// The error at the end where files were left out.
fn refusal(files: &[ExportedFile]) -> Result<()> {
    let refused: Vec<String> = files
        .iter()
        .filter(|own| own.action == Action::Refused)
        .map(|own| format!("  {}: {}", own.runtime, own.message))
        .collect();
    if refused.is_empty() {
        return Ok(());
    }
    Err(Error::new(
        ErrorKind::NotMet,
        format!(
            "{} of {} integration runtimes were not exported.\n{}",
            refused.len(),
            files.len(),
            refused.join("\n")
        ),
    )
    .with_id("NotExported")
    .ending())
}
