//! Finds out what a path is: a folder of definitions, a template, or a folder with one.

use std::path::{Path, PathBuf};

use super::{
    Desired, folder,
    template::{self, parameters::Parameters, scope::Destination},
};
use crate::error::{Error, Result};

/// The templates that Data Factory and Synapse export, and the parameter files beside them.
const EXPORTED: [(&str, &str); 3] = [
    (
        "ARMTemplateForFactory.json",
        "ARMTemplateParametersForFactory.json",
    ),
    (
        "TemplateForWorkspace.json",
        "TemplateParametersForWorkspace.json",
    ),
    (
        "ArmTemplate_master.json",
        "ArmTemplateParameters_master.json",
    ),
];

/// Folders of a Git repository that say what it is although it has no integration runtimes.
const OTHERS: [&str; 5] = [
    "linkedService",
    "pipeline",
    "dataset",
    "factory",
    "managedVirtualNetwork",
];

/// What is to be read, and with which values.
#[derive(Clone, Debug, Default)]
pub struct Source {
    /// The path: a folder or a template.
    pub path: PathBuf,
    /// The parameter that it came from, for errors.
    pub parameter: &'static str,
    /// The values of the template's parameters; nothing where none were given.
    pub parameters: Option<Parameters>,
    /// Where the deployment goes.
    pub destination: Destination,
}

/// Reads what the users' files say.
///
/// # Errors
/// `InvalidInput` that names the file, the mistake and the next step, where nothing can be read.
pub fn read(source: &Source) -> Result<Desired> {
    let refused = |message: String| Error::invalid(source.parameter, message);
    let path = source.path.as_path();
    let shown = path.display();
    if path.is_dir() {
        if let Some(root) = root(path) {
            if source.parameters.is_some() {
                return Err(refused(format!(
                    "'{shown}' is a folder of definitions, and parameters belong to a template. Leave the parameters \
                     out, or give the template as the path."
                )));
            }
            return folder::read(&root).map_err(refused);
        }
        let template = exported(path).ok_or_else(|| refused(nothing_in(path)))?;
        return of_template(source, &template);
    }
    if !path.exists() {
        return Err(refused(format!("'{shown}' does not exist.")));
    }
    let ending = path
        .extension()
        .unwrap_or_default()
        .to_string_lossy()
        .to_ascii_lowercase();
    if ending == "bicep" {
        return Err(refused(format!(
            "'{shown}' is a Bicep file. Make a template of it first: az bicep build --file '{shown}'."
        )));
    }
    of_template(source, path)
}

fn of_template(source: &Source, path: &Path) -> Result<Desired> {
    let none = Parameters::default();
    let parameters = source.parameters.as_ref();
    let mut desired = template::read(path, parameters.unwrap_or(&none), &source.destination)
        .map_err(|message| Error::invalid(source.parameter, message))?;
    // The deployment may use other values, so a file that was not given is named, not read.
    if parameters.is_none()
        && let Some(beside) = parameters_beside(path)
    {
        for issue in desired
            .issues
            .iter_mut()
            .filter(|own| own.fix.is_some() && !own.harmless)
        {
            issue.fix = Some(format!(
                "Give the parameters of the deployment: -TemplateParameterFile '{beside}'."
            ));
        }
    }
    Ok(desired)
}

/// The root of a folder of definitions, where `path` is it or its folder of integration runtimes.
pub(super) fn root(path: &Path) -> Option<PathBuf> {
    let is_own = path
        .canonicalize()
        .ok()
        .and_then(|path| {
            path.file_name()
                .map(|own| own.to_string_lossy().into_owned())
        })
        .is_some_and(|own| own.eq_ignore_ascii_case(folder::RUNTIMES));
    if is_own {
        return Some(
            path.join("..")
                .canonicalize()
                .map_or_else(|_| path.join(".."), plain),
        );
    }
    let has = |name: &str| folder::below(path, name).is_some();
    (has(folder::RUNTIMES) || OTHERS.into_iter().any(has)).then(|| path.to_owned())
}

/// Windows adds a prefix to canonical paths that no user writes.
fn plain(path: PathBuf) -> PathBuf {
    match path.to_str().and_then(|text| text.strip_prefix(r"\\?\")) {
        Some(rest) if !rest.starts_with("UNC") => PathBuf::from(rest),
        _ => path,
    }
}

fn exported(folder: &Path) -> Option<PathBuf> {
    EXPORTED
        .iter()
        .map(|(template, _)| folder.join(template))
        .find(|template| template.is_file())
}

fn parameters_beside(template: &Path) -> Option<String> {
    let name = template.file_name()?.to_string_lossy().into_owned();
    EXPORTED
        .iter()
        .filter(|(own, _)| own.eq_ignore_ascii_case(&name))
        .map(|(_, parameters)| template.with_file_name(parameters))
        .find(|parameters| parameters.is_file())
        .map(|parameters| parameters.display().to_string())
}

/// What was looked for in a folder; a folder in it that has it is named.
fn nothing_in(path: &Path) -> String {
    let shown = path.display();
    let mut near: Vec<PathBuf> = std::fs::read_dir(path)
        .into_iter()
        .flatten()
        .filter_map(std::result::Result::ok)
        .map(|own| own.path())
        .filter(|own| own.is_dir() && (root(own).is_some() || exported(own).is_some()))
        .collect();
    near.sort();
    let next = match near.first() {
        Some(near) => format!(" Give -Path '{}'.", near.display()),
        None => String::new(),
    };
    format!(
        "The folder '{shown}' has neither a folder 'integrationRuntime' nor an exported template, such as \
         'ARMTemplateForFactory.json'.{next}"
    )
}
