//! The language of template expressions: what stands between `[` and `]` in a string.
//!
//! Rules: <https://learn.microsoft.com/azure/azure-resource-manager/templates/template-expressions>.

/// An expression.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expression {
    /// A text in single quotes.
    Text(String),
    /// A whole number.
    Integer(i64),
    /// A function with its arguments.
    Call(String, Vec<Expression>),
    /// A member of an object, or an element of a list.
    Member(Box<Expression>, Box<Expression>),
}

/// What a string of a template is.
#[derive(Debug, PartialEq, Eq)]
pub enum Written<'t> {
    /// It stands for itself.
    Literal(&'t str),
    /// It is to be evaluated: this is the text between the brackets.
    Expression(&'t str),
}

/// How deep expressions may be nested, members of members included.
const DEEPEST: usize = 64;

/// Tells expressions from texts. A text that begins with `[[` begins with one bracket.
#[must_use]
pub fn classify(text: &str) -> Written<'_> {
    if text.starts_with("[[") {
        return Written::Literal(&text[1..]);
    }
    match text
        .strip_prefix('[')
        .and_then(|rest| rest.strip_suffix(']'))
    {
        Some(inner) => Written::Expression(inner),
        None => Written::Literal(text),
    }
}

/// Parses the text between the brackets; nothing where it is not an expression.
#[must_use]
pub fn parse(text: &str) -> Option<Expression> {
    let mut parser = Parser { rest: text };
    let (expression, _) = parser.expression(DEEPEST)?;
    parser.skip();
    parser.rest.is_empty().then_some(expression)
}

struct Parser<'t> {
    rest: &'t str,
}

impl Parser<'_> {
    fn skip(&mut self) {
        self.rest = self.rest.trim_start();
    }

    /// Takes `wanted` if it is next.
    fn take(&mut self, wanted: char) -> bool {
        self.skip();
        match self.rest.strip_prefix(wanted) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    /// An expression of `levels` at most, and how many it has. A chain of members counts as well: what is parsed here
    /// is evaluated and dropped level by level.
    fn expression(&mut self, levels: usize) -> Option<(Expression, usize)> {
        let inner = levels.checked_sub(1)?;
        self.skip();
        let (mut own, mut height) = match self.rest.chars().next()? {
            '\'' => (Expression::Text(self.text()?), 1),
            first if first.is_ascii_digit() || first == '-' => {
                (Expression::Integer(self.integer()?), 1)
            }
            _ => self.call(inner)?,
        };
        loop {
            let (member, other) = if self.take('.') {
                (Expression::Text(self.identifier()?), 1)
            } else if self.take('[') {
                let index = self.expression(inner)?;
                if !self.take(']') {
                    return None;
                }
                index
            } else {
                return Some((own, height));
            };
            height = height.max(other) + 1;
            if height > DEEPEST {
                return None;
            }
            own = Expression::Member(Box::new(own), Box::new(member));
        }
    }

    /// A text: a quote in it is doubled.
    fn text(&mut self) -> Option<String> {
        let mut text = String::new();
        let mut rest = self.rest.strip_prefix('\'')?;
        loop {
            let end = rest.find('\'')?;
            text.push_str(&rest[..end]);
            rest = &rest[end + 1..];
            let Some(more) = rest.strip_prefix('\'') else {
                self.rest = rest;
                return Some(text);
            };
            text.push('\'');
            rest = more;
        }
    }

    fn integer(&mut self) -> Option<i64> {
        let end = self
            .rest
            .char_indices()
            .find(|(at, own)| !(own.is_ascii_digit() || *at == 0 && *own == '-'))
            .map_or(self.rest.len(), |(at, _)| at);
        let number = self.rest[..end].parse().ok()?;
        self.rest = &self.rest[end..];
        Some(number)
    }

    fn identifier(&mut self) -> Option<String> {
        self.skip();
        let end = self
            .rest
            .find(|own: char| !own.is_alphanumeric() && own != '_')
            .unwrap_or(self.rest.len());
        if end == 0 || self.rest.starts_with(|own: char| own.is_ascii_digit()) {
            return None;
        }
        let name = self.rest[..end].to_owned();
        self.rest = &self.rest[end..];
        Some(name)
    }

    /// A function call; a function of the template's own has a namespace before its name.
    fn call(&mut self, levels: usize) -> Option<(Expression, usize)> {
        let mut name = self.identifier()?;
        if self.take('.') {
            name = format!("{name}.{}", self.identifier()?);
        }
        if !self.take('(') {
            return None;
        }
        let mut arguments = Vec::new();
        let mut height = 1;
        if self.take(')') {
            return Some((Expression::Call(name, arguments), height));
        }
        loop {
            let (argument, own) = self.expression(levels)?;
            height = height.max(own + 1);
            arguments.push(argument);
            if self.take(')') {
                return Some((Expression::Call(name, arguments), height));
            }
            if !self.take(',') {
                return None;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn call(name: &str, arguments: Vec<Expression>) -> Expression {
        Expression::Call(name.to_owned(), arguments)
    }

    fn text(own: &str) -> Expression {
        Expression::Text(own.to_owned())
    }

    #[test]
    fn brackets_make_an_expression_and_doubled_ones_a_text() {
        assert_eq!(
            classify("[variables('a')]"),
            Written::Expression("variables('a')")
        );
        assert_eq!(classify("[[not(this)]"), Written::Literal("[not(this)]"));
        assert_eq!(classify("[open"), Written::Literal("[open"));
        assert_eq!(classify("plain"), Written::Literal("plain"));
        assert_eq!(classify(""), Written::Literal(""));
    }

    #[test]
    fn calls_members_indexes_and_quotes_are_parsed() {
        assert_eq!(
            parse(" concat( parameters('a') , '/it''s' , -1 )"),
            Some(call(
                "concat",
                vec![
                    call("parameters", vec![text("a")]),
                    text("/it's"),
                    Expression::Integer(-1)
                ]
            ))
        );
        assert_eq!(
            parse("resourceGroup().tags['x y'].z[0]"),
            Some(Expression::Member(
                Box::new(Expression::Member(
                    Box::new(Expression::Member(
                        Box::new(Expression::Member(
                            Box::new(call("resourceGroup", vec![])),
                            Box::new(text("tags"))
                        )),
                        Box::new(text("x y"))
                    )),
                    Box::new(text("z"))
                )),
                Box::new(Expression::Integer(0))
            ))
        );
        assert_eq!(
            parse("contoso.unique('a')"),
            Some(call("contoso.unique", vec![text("a")]))
        );
    }

    #[test]
    fn what_is_not_an_expression_is_not_guessed() {
        for own in [
            "",
            "concat(",
            "concat('a'",
            "concat('a',)",
            "'open",
            "a",
            "a b()",
            "f() g()",
            "1.5x",
            "f('a')]",
            "f().?x",
            "-",
        ] {
            assert_eq!(parse(own), None, "{own}");
        }
        let deep = format!("{}'x'{}", "f(".repeat(80), ")".repeat(80));
        assert_eq!(parse(&deep), None);
        for link in [".a", "[0]"] {
            let chain = format!("f(){}", link.repeat(100_000));
            assert_eq!(parse(&chain), None);
        }
        let inside = format!("{}'x'{}", "f(f(".repeat(16), ").a.b).c".repeat(16));
        assert_eq!(parse(&inside), None, "calls and members count together");
        assert!(parse(&format!("f(){}", ".a".repeat(60))).is_some());
    }

    #[test]
    fn a_million_members_or_brackets_are_not_an_expression() {
        for more in [".a", "[0]", "['x']", "[f()]"] {
            assert_eq!(parse(&format!("f(){}", more.repeat(1_000_000))), None);
        }
        for own in ["[", "(", "f(", "a.b(", "f()["] {
            assert_eq!(parse(&own.repeat(1_000_000)), None);
        }
    }
}
