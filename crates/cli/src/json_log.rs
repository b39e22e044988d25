//! The log as JSON.

use ninepins_report::{Because, LogEntry, LogFact, TargetsLeft};
use ninepins_sim::Run;
use ninepins_words::{Language, log_sentence};
use serde_json::{Map, Value, json};

use crate::json::{Names, name, rounded, seconds, snake_case};

/// Fields of facts that hold the index of a part.
const PARTS: [&str; 4] = ["target", "zone", "client", "part"];

pub(crate) fn log(run: &Run, names: &Names<'_>, language: Language) -> Vec<Value> {
    run.log().iter().map(|one| entry(run, names, language, one)).collect()
}

fn entry(run: &Run, names: &Names<'_>, language: Language, entry: &LogEntry) -> Value {
    json!({
        "id": entry.id,
        "at_s": seconds(entry.at_ns),
        "part": entry.part.map(|part| names.part(part)),
        "member": entry.member,
        "fact": fact(names, &entry.fact),
        "because": because(entry.because),
        "text": log_sentence(language, run.design(), run.log(), entry),
    })
}

/// `"configuration"`, `"demand"`, `{ "event": 0 }` or `{ "decision": 12 }`.
pub(crate) fn because(because: Because) -> Value {
    match because {
        Because::Configuration => "configuration".into(),
        Because::Demand => "demand".into(),
        Because::Event(event) => json!({ "event": event }),
        Because::Decision(decision) => json!({ "decision": decision }),
    }
}

/// The fact's name as `kind`, beside its fields.
fn fact(names: &Names<'_>, fact: &LogFact) -> Value {
    let mut fields = Map::new();
    match serde_json::to_value(fact) {
        Ok(Value::String(name)) => {
            fields.insert("kind".into(), snake_case(&name).into());
        }
        Ok(Value::Object(tagged)) => {
            for (name, content) in tagged {
                fields.insert("kind".into(), snake_case(&name).into());
                if let Value::Object(content) = content {
                    fields.extend(content.into_iter().map(|(key, value)| readable(names, key, value)));
                }
            }
        }
        _ => {}
    }
    if let LogFact::FailuresBegan { outcome, cause } | LogFact::FailuresEnded { outcome, cause, .. } = fact {
        fields.insert("outcome".into(), name(outcome).into());
        let cause = json!({
            "kind": name(&cause.kind), "part": names.part(cause.part), "because": because(cause.because),
        });
        fields.insert("cause".into(), cause);
    }
    if let LogFact::TargetUnhealthy { left, .. } | LogFact::TargetUnused { left, .. } = fact {
        fields.remove("left");
        fields.insert("healthy_left".into(), left.count().into());
        if let TargetsLeft::One { target, number } = *left {
            fields.insert("survivor".into(), json!({ "target": names.part(target), "number": number }));
        }
    }
    Value::Object(fields)
}

fn readable(names: &Names<'_>, key: String, value: Value) -> (String, Value) {
    let value = match (&value, value.as_u64().and_then(|index| u16::try_from(index).ok())) {
        (_, Some(index)) if PARTS.contains(&key.as_str()) => names.part(index).into(),
        (Value::Number(number), _) if number.is_f64() => number.as_f64().map(rounded).into(),
        _ => value,
    };
    (key, value)
}
