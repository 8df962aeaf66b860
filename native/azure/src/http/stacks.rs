//! The pipelines of a process, one for each route, so that connections are shared, and the buckets of throttling.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use super::{
    HttpStack,
    limits::{LimitedClient, Limits},
    throttle::Throttle,
    transport::{Clients, Route},
};
use crate::{clock::Clock, error::Result};

/// Pipelines by route, made when they are first wanted.
#[derive(Debug)]
pub struct Stacks {
    clients: Box<dyn Clients>,
    clock: Arc<dyn Clock>,
    application: &'static str,
    throttle: Arc<Throttle>,
    made: Mutex<HashMap<Route, HttpStack>>,
}

impl Stacks {
    /// No stacks yet; `clients` makes their HTTP clients, and `application` is in their `User-Agent`.
    #[must_use]
    pub fn new(
        clients: Box<dyn Clients>,
        clock: Arc<dyn Clock>,
        application: &'static str,
    ) -> Self {
        Self {
            clients,
            clock,
            application,
            throttle: Arc::default(),
            made: Mutex::default(),
        }
    }

    /// The pipeline for `route`.
    ///
    /// # Errors
    /// As [`Clients::client`].
    pub fn stack(&self, route: &Route) -> Result<HttpStack> {
        let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(stack) = made.get(route) {
            return Ok(stack.clone());
        }
        let limits = Limits::on(route)?;
        let client = LimitedClient::new(self.clients.client(route)?, limits);
        let stack = HttpStack::new(
            Arc::new(client),
            Arc::clone(&self.clock),
            self.application,
            Arc::clone(&self.throttle),
        )
        .through(route.proxy_in_words())
        .trusting_one_authority(route.only_authority.is_some());
        made.insert(route.clone(), stack.clone());
        Ok(stack)
    }
}
