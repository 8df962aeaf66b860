//! What an expression can name: parameters, variables, the index of a copy loop, and where the deployment goes.

use std::{cell::RefCell, collections::HashMap};

use azir_azure::json::Lookup;
use serde_json::{Map, Value, json};

use super::{
    budget::Budget,
    expression::{self, Expression, Written},
    functions, ids,
    parameters::Parameters,
    reason::Reason,
};
use crate::present::visible;

pub(super) type Outcome = Result<Value, Reason>;

/// Where a deployment goes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Destination {
    /// The id of the subscription.
    pub subscription: Option<String>,
    /// The resource group.
    pub resource_group: Option<String>,
}

/// A place in a template whose value is not known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unknown {
    /// The path of the member, such as `properties.description`.
    pub path: String,
    /// Why.
    pub reason: Reason,
}

/// How deep variables and parameters may lead to each other.
const DEEPEST: usize = 32;

/// The most elements that one copy loop has; Resource Manager's own limit.
const LONGEST: i64 = 800;

/// A template with the values of its parameters.
#[derive(Debug)]
pub struct Scope<'t> {
    template: &'t Value,
    parameters: &'t Parameters,
    destination: &'t Destination,
    budget: Budget,
    /// The loops around what is evaluated: name and index, the innermost last.
    loops: RefCell<Vec<(String, i64)>>,
    depth: RefCell<usize>,
    /// Variables that were evaluated: one can lead to another many times over.
    variables: RefCell<HashMap<String, Outcome>>,
}

impl<'t> Scope<'t> {
    /// The scope of `template`.
    #[must_use]
    pub fn new(
        template: &'t Value,
        parameters: &'t Parameters,
        destination: &'t Destination,
    ) -> Self {
        Self {
            template,
            parameters,
            destination,
            budget: Budget::default(),
            loops: RefCell::default(),
            depth: RefCell::default(),
            variables: RefCell::default(),
        }
    }

    /// The same scope with the budget of the templates around it.
    #[must_use]
    pub(super) fn within(self, budget: &Budget) -> Self {
        Self {
            budget: budget.clone(),
            ..self
        }
    }

    /// The destination.
    #[must_use]
    pub fn destination(&self) -> &Destination {
        self.destination
    }

    /// Runs `work` for each index of a copy loop.
    ///
    /// # Errors
    /// Why the number of its elements is not known.
    pub fn each<T>(
        &self,
        copy: &Value,
        mut work: impl FnMut(&Self) -> T,
    ) -> Result<Vec<T>, Reason> {
        let name = copy.at("name").as_str().unwrap_or_default().to_owned();
        let count = self.value(copy.at("count"))?;
        let count = count
            .as_i64()
            .filter(|count| (0..=LONGEST).contains(count))
            .ok_or_else(|| {
                Reason::invalid(format!(
                    "the number of elements of the loop '{name}' is not valid"
                ))
            })?;
        (0..count)
            .map(|index| {
                self.budget.spend(1)?;
                self.loops.borrow_mut().push((name.clone(), index));
                let done = work(self);
                self.loops.borrow_mut().pop();
                Ok(done)
            })
            .collect()
    }

    /// The value of a member of the template, with every expression in it evaluated.
    ///
    /// # Errors
    /// The first reason why a part of it is not known.
    pub fn value(&self, written: &Value) -> Outcome {
        let mut unknown = Vec::new();
        let value = self.evaluate(written, "", &mut unknown);
        match unknown.into_iter().next() {
            None => Ok(value),
            Some(own) => Err(own.reason),
        }
    }

    /// The same, but parts that are not known are null, and are reported with their paths, which begin at `path`.
    #[must_use]
    pub fn evaluate(&self, written: &Value, path: &str, unknown: &mut Vec<Unknown>) -> Value {
        let outcome = self.budget.deeper(|| {
            self.budget.spend(1)?;
            match written {
                Value::String(text) => match expression::classify(text) {
                    Written::Literal(text) => Ok(text.into()),
                    Written::Expression(inner) => self.text(inner),
                },
                Value::Array(items) => Ok(items
                    .iter()
                    .enumerate()
                    .map(|(index, item)| self.evaluate(item, &format!("{path}[{index}]"), unknown))
                    .collect()),
                Value::Object(members) => Ok(self.object(members, path, unknown)),
                other => Ok(other.clone()),
            }
        });
        outcome.unwrap_or_else(|reason| {
            unknown.push(Unknown {
                path: path.to_owned(),
                reason,
            });
            Value::Null
        })
    }

    fn object(
        &self,
        members: &Map<String, Value>,
        path: &str,
        unknown: &mut Vec<Unknown>,
    ) -> Value {
        let below = |name: &str| {
            if path.is_empty() {
                name.to_owned()
            } else {
                format!("{path}.{name}")
            }
        };
        let mut evaluated = Map::new();
        for (name, own) in members {
            let Some(copies) = copies(name, own) else {
                let value = self.evaluate(own, &below(name), unknown);
                evaluated.insert(name.clone(), value);
                continue;
            };
            for copy in copies {
                let name = copy.at("name").as_str().unwrap_or_default();
                let own = below(name);
                let list = self.each(copy, |scope| {
                    scope.evaluate(copy.at("input"), &own, unknown)
                });
                let list = list.unwrap_or_else(|reason| {
                    unknown.push(Unknown {
                        path: own.clone(),
                        reason,
                    });
                    Vec::new()
                });
                evaluated.insert(name.to_owned(), list.into());
            }
        }
        Value::Object(evaluated)
    }

    /// Evaluates the text of an expression.
    fn text(&self, inner: &str) -> Outcome {
        let expression = expression::parse(inner).ok_or_else(|| {
            let shown = visible::cut(inner, visible::NAME);
            Reason::invalid(format!("'[{shown}]' is not a valid expression"))
        })?;
        self.expression(&expression)
    }

    fn expression(&self, own: &Expression) -> Outcome {
        self.budget.deeper(|| self.evaluated(own))
    }

    fn evaluated(&self, own: &Expression) -> Outcome {
        match own {
            Expression::Text(text) => {
                self.budget.spend_text(text.len())?;
                Ok(text.as_str().into())
            }
            Expression::Integer(number) => Ok((*number).into()),
            Expression::Call(name, arguments) => {
                let value = self.call(name, arguments)?;
                self.budget.spend_value(name, &value)?;
                Ok(value)
            }
            Expression::Member(whole, member) => {
                let (whole, member) = (self.expression(whole)?, self.expression(member)?);
                let found = match &member {
                    Value::String(name) => whole.member(name),
                    Value::Number(index) => index
                        .as_u64()
                        .and_then(|index| usize::try_from(index).ok())
                        .and_then(|index| whole.get(index)),
                    _ => None,
                };
                found.cloned().ok_or_else(|| {
                    let member = functions::as_text(&member);
                    Reason::invalid(format!(
                        "an expression names '{member}', which does not exist"
                    ))
                })
            }
        }
    }

    fn call(&self, name: &str, arguments: &[Expression]) -> Outcome {
        let lower = name.to_ascii_lowercase();
        // Of these not every argument may be evaluated.
        match (lower.as_str(), arguments) {
            ("if", [condition, yes, no]) => {
                return match self.expression(condition)? {
                    Value::Bool(true) => self.expression(yes),
                    Value::Bool(false) => self.expression(no),
                    _ => Err(Reason::invalid(
                        "the condition of the function 'if' is not true or false",
                    )),
                };
            }
            ("and" | "or", [_, ..]) => return self.both(lower == "or", arguments),
            _ => {}
        }
        let values: Vec<Value> = arguments
            .iter()
            .map(|own| self.expression(own))
            .collect::<Result<_, _>>()?;
        if matches!(lower.as_str(), "union" | "intersection") {
            // Each element is compared with each other one.
            let count: u64 = values
                .iter()
                .filter_map(|own| own.as_array().map(|own| own.len() as u64))
                .sum();
            self.budget.spend(count * count / 64)?;
        }
        match (lower.as_str(), values.as_slice()) {
            ("parameters", [Value::String(own)]) => self.nested(|| self.parameter(own)),
            ("variables", [Value::String(own)]) => self.known_variable(own),
            ("copyindex", rest) => self.copy_index(rest),
            ("resourceid", all) => self.resource_id(all),
            ("subscriptionresourceid", all) => self.subscription_resource_id(all),
            ("extensionresourceid", [Value::String(scope), Value::String(kind), names @ ..]) => {
                Ok(format!("{scope}/providers{}", ids::typed(kind, names)?).into())
            }
            ("resourcegroup", []) => self.resource_group(),
            ("subscription", []) => {
                let id = self.subscription()?;
                Ok(json!({"id": format!("/subscriptions/{id}"), "subscriptionId": id}))
            }
            ("deployment" | "environment" | "tenant", _) => Err(Reason::Function(name.to_owned())),
            (own, all) => {
                self.budget
                    .spend_comparisons(functions::comparisons(own, all))?;
                functions::call(own, all).unwrap_or_else(|| Err(Reason::Function(name.to_owned())))
            }
        }
    }

    /// `and`, or `or`: one that decides is enough.
    fn both(&self, decisive: bool, arguments: &[Expression]) -> Outcome {
        for own in arguments {
            match self.expression(own)? {
                Value::Bool(flag) if flag == decisive => return Ok(flag.into()),
                Value::Bool(_) => {}
                _ => {
                    return Err(Reason::invalid(
                        "an argument of 'and' or 'or' is not true or false",
                    ));
                }
            }
        }
        Ok((!decisive).into())
    }

    fn nested(&self, work: impl FnOnce() -> Outcome) -> Outcome {
        if *self.depth.borrow() >= DEEPEST {
            return Err(Reason::invalid(format!(
                "parameters and variables refer to each other in a circle, or in a chain of more than {DEEPEST}, which \
                 is the most that is followed"
            )));
        }
        *self.depth.borrow_mut() += 1;
        let outcome = work();
        *self.depth.borrow_mut() -= 1;
        outcome
    }

    /// The value of a parameter: the caller's, else the template's default.
    ///
    /// # Errors
    /// Why it is not known.
    pub fn parameter(&self, name: &str) -> Outcome {
        let declared = self.template.at("parameters").member(name);
        let declared = declared.ok_or_else(|| Reason::NotDeclared(name.to_owned()))?;
        let kind = declared.at("type").as_str().unwrap_or_default();
        if kind.eq_ignore_ascii_case("securestring") || kind.eq_ignore_ascii_case("secureobject") {
            return Err(Reason::Secret(name.to_owned()));
        }
        match (self.parameters.get(name), declared.member("defaultValue")) {
            (Some(given), _) => given.cloned(),
            (None, Some(default)) => self.value(default),
            (None, None) => Err(Reason::NoValue(name.to_owned())),
        }
    }

    fn known_variable(&self, name: &str) -> Outcome {
        let key = name.to_ascii_lowercase();
        let known = self.variables.borrow().get(&key).cloned();
        known.unwrap_or_else(|| {
            let outcome = self.nested(|| self.variable(name));
            self.variables.borrow_mut().insert(key, outcome.clone());
            outcome
        })
    }

    fn variable(&self, name: &str) -> Outcome {
        let variables = self.template.at("variables");
        if let Some(own) = variables
            .member(name)
            .filter(|own| copies(name, own).is_none())
        {
            return self.value(own);
        }
        let copies = variables.at("copy").as_array();
        let copy = copies
            .into_iter()
            .flatten()
            .find(|copy| {
                copy.at("name")
                    .as_str()
                    .is_some_and(|own| own.eq_ignore_ascii_case(name))
            })
            .ok_or_else(|| Reason::NotDeclared(name.to_owned()))?;
        self.each(copy, |scope| scope.value(copy.at("input")))?
            .into_iter()
            .collect()
    }

    fn copy_index(&self, arguments: &[Value]) -> Outcome {
        let (name, offset) = match arguments {
            [] => (None, 0),
            [Value::String(name)] => (Some(name), 0),
            [Value::Number(offset)] => (None, offset.as_i64().unwrap_or_default()),
            [Value::String(name), Value::Number(offset)] => {
                (Some(name), offset.as_i64().unwrap_or_default())
            }
            _ => {
                return Err(Reason::invalid(
                    "the arguments of the function 'copyIndex' do not fit",
                ));
            }
        };
        let loops = self.loops.borrow();
        let found = loops
            .iter()
            .rev()
            .find(|(own, _)| name.is_none_or(|name| own.eq_ignore_ascii_case(name)));
        match found {
            Some((_, index)) => index
                .checked_add(offset)
                .map(Into::into)
                .ok_or_else(|| Reason::invalid("the offset of 'copyIndex' is too large")),
            None => Err(Reason::invalid("'copyIndex' is used outside of its loop")),
        }
    }

    pub(super) fn subscription(&self) -> Result<String, Reason> {
        let unknown = || Reason::Deployment("the subscription of the deployment".to_owned());
        self.destination.subscription.clone().ok_or_else(unknown)
    }

    pub(super) fn group(&self) -> Result<String, Reason> {
        let unknown = || Reason::Deployment("the resource group of the deployment".to_owned());
        self.destination.resource_group.clone().ok_or_else(unknown)
    }

    /// What is known of the group without a request: neither its location nor its tags.
    fn resource_group(&self) -> Outcome {
        let (subscription, name) = (self.subscription()?, self.group()?);
        Ok(json!({
            "id": format!("/subscriptions/{subscription}/resourceGroups/{name}"),
            "name": name,
            "type": "Microsoft.Resources/resourceGroups",
        }))
    }
}

/// The copy loops of an object: the list `copy` whose elements have a name, a count and an input.
fn copies<'v>(name: &str, own: &'v Value) -> Option<&'v Vec<Value>> {
    let all = own
        .as_array()
        .filter(|_| name.eq_ignore_ascii_case("copy"))?;
    let is_loop = |copy: &Value| {
        copy.at("name").is_string()
            && copy.member("count").is_some()
            && copy.member("input").is_some()
    };
    (!all.is_empty() && all.iter().all(is_loop)).then_some(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn template() -> Value {
        json!({
            "parameters": {
                "factoryName": {"type": "string", "defaultValue": "adf-dev"},
                "plain": {"type": "string"},
                "password": {"type": "secureString", "defaultValue": "planted"},
                "derived": {"type": "string", "defaultValue": "[concat(parameters('factoryName'), '-x')]"},
                "round": {"type": "string", "defaultValue": "[parameters('round')]"},
            },
            "variables": {
                "factoryId": "[concat('Microsoft.DataFactory/factories/', parameters('factoryName'))]",
                "names": {"prod": "ir-prod"},
                "copy": [{"name": "list", "count": 2, "input": "[concat('ir-', copyIndex('list', 1))]"}],
            },
        })
    }

    fn evaluate(text: &str) -> Outcome {
        let template = template();
        let parameters = Parameters::default();
        let destination = Destination {
            subscription: Some("sub".into()),
            resource_group: Some("rg".into()),
        };
        Scope::new(&template, &parameters, &destination).value(&text.into())
    }

    #[test]
    fn parameters_variables_and_ids_are_evaluated() {
        for (text, wanted) in [
            (
                "[concat(parameters('factoryName'), '/IR')]",
                json!("adf-dev/IR"),
            ),
            ("[parameters('DERIVED')]", json!("adf-dev-x")),
            (
                "[concat(variables('factoryId'), '/x')]",
                json!("Microsoft.DataFactory/factories/adf-dev/x"),
            ),
            ("[variables('names').prod]", json!("ir-prod")),
            ("[variables('names')['PROD']]", json!("ir-prod")),
            ("[variables('list')[1]]", json!("ir-2")),
            ("[[plain]", json!("[plain]")),
            (
                "[resourceId('Microsoft.DataFactory/factories/integrationRuntimes', 'hub', 'ir')]",
                json!(
                    "/subscriptions/sub/resourceGroups/rg/providers/Microsoft.DataFactory/factories/hub/\
                       integrationRuntimes/ir"
                ),
            ),
            (
                "[resourceId('other', 'rg2', 'Microsoft.DataFactory/factories', 'hub')]",
                json!(
                    "/subscriptions/other/resourceGroups/rg2/providers/Microsoft.DataFactory/factories/hub"
                ),
            ),
            ("[resourceGroup().name]", json!("rg")),
            ("[subscription().subscriptionId]", json!("sub")),
            ("[if(true(), 'a', parameters('plain'))]", json!("a")),
            ("[or(equals(1, 1), parameters('plain'))]", json!(true)),
            ("[and(true(), not(false()))]", json!(true)),
        ] {
            assert_eq!(evaluate(text), Ok(wanted), "{text}");
        }
    }

    #[test]
    fn what_is_not_known_has_its_reason() {
        for (text, wanted) in [
            ("[parameters('plain')]", Reason::NoValue("plain".into())),
            ("[parameters('none')]", Reason::NotDeclared("none".into())),
            ("[variables('none')]", Reason::NotDeclared("none".into())),
            (
                "[concat('a', parameters('password'))]",
                Reason::Secret("password".into()),
            ),
            ("[reference('x').y]", Reason::Function("reference".into())),
            (
                "[uniqueString('x')]",
                Reason::Function("uniqueString".into()),
            ),
            (
                "[contoso.name('x')]",
                Reason::Function("contoso.name".into()),
            ),
        ] {
            assert_eq!(evaluate(text), Err(wanted), "{text}");
        }
        for text in [
            "[parameters('round')]",
            "[oops]",
            "[resourceGroup().location]",
            "[copyIndex()]",
            "[resourceId('x')]",
            "[resourceId('Microsoft.X/a/b', 'one')]",
            "[if('x', 1, 2)]",
        ] {
            assert!(matches!(evaluate(text), Err(Reason::Invalid(_))), "{text}");
        }
    }

    #[test]
    fn parts_that_are_not_known_are_reported_by_their_paths_and_the_rest_is_there() {
        let template = template();
        let parameters = Parameters::default();
        let destination = Destination::default();
        let scope = Scope::new(&template, &parameters, &destination);
        let mut unknown = Vec::new();
        let value = scope.evaluate(
            &json!({
                "a": "[parameters('plain')]",
                "b": [1, "[parameters('factoryName')]", "[resourceGroup().id]"],
                "copy": [{"name": "c", "count": 2, "input": {"n": "[copyIndex('c')]"}}],
            }),
            "properties",
            &mut unknown,
        );
        assert_eq!(
            value,
            json!({"a": null, "b": [1, "adf-dev", null], "c": [{"n": 0}, {"n": 1}]})
        );
        let paths: Vec<&str> = unknown.iter().map(|own| own.path.as_str()).collect();
        assert_eq!(paths, ["properties.a", "properties.b[2]"]);
    }

    #[test]
    fn a_loop_that_is_too_long_is_not_run() {
        let template = template();
        let parameters = Parameters::default();
        let destination = Destination::default();
        let scope = Scope::new(&template, &parameters, &destination);
        for count in [json!(1_000_000), json!(-1), json!("x")] {
            let copy = json!({"name": "c", "count": count});
            assert!(scope.each(&copy, |_| ()).is_err());
        }
    }
}
