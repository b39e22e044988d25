//! The one component that Yew knows.

use std::any::{Any, TypeId};
use std::rc::Rc;

use yew::ContextProvider;
use yew::context::ContextProviderProps;
use yew::functional::{FunctionComponent, FunctionProvider, HookContext};
use yew::html::{BaseComponent, Context, Html, HtmlResult, IntoPropValue, Properties};
use yew::virtual_dom::{Key, VComp, VNode};

/// A function that draws, with the properties it draws.
trait Drawn: Any {
    fn draw(&self, hooks: &mut HookContext) -> HtmlResult;

    fn draws_like(&self, other: &dyn Any) -> bool;
}

struct Drawing<Component: FunctionProvider>(Component::Properties);

impl<Component: FunctionProvider + 'static> Drawn for Drawing<Component> {
    fn draw(&self, hooks: &mut HookContext) -> HtmlResult {
        Component::run(hooks, &self.0)
    }

    fn draws_like(&self, other: &dyn Any) -> bool {
        other.downcast_ref::<Self>().is_some_and(|other| self.0 == other.0)
    }
}

/// A component in a page, before it is drawn.
pub struct VChild<Component> {
    drawn: Rc<dyn Drawn>,
    key: Option<Key>,
    component: std::marker::PhantomData<Component>,
}

impl<Component: FunctionProvider + 'static> VChild<Component> {
    /// A component with its properties.
    pub fn new(props: Component::Properties, key: Option<Key>) -> Self {
        let drawn = Rc::new(Drawing::<Component>(props));
        Self { drawn, key, component: std::marker::PhantomData }
    }
}

impl<Component> From<VChild<Component>> for VNode {
    fn from(child: VChild<Component>) -> Self {
        in_shell(child.drawn, child.key)
    }
}

impl<Component> IntoPropValue<VNode> for VChild<Component> {
    fn into_prop_value(self) -> VNode {
        self.into()
    }
}

fn in_shell(drawn: Rc<dyn Drawn>, key: Option<Key>) -> VNode {
    VComp::new::<Shell>(Rc::new(ShellProps(drawn)), key).into()
}

#[derive(Clone)]
struct ShellProps(Rc<dyn Drawn>);

impl ShellProps {
    fn function(&self) -> TypeId {
        let drawn: &dyn Any = &*self.0;
        drawn.type_id()
    }
}

impl PartialEq for ShellProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0) || self.0.draws_like(&*other.0)
    }
}

impl Properties for ShellProps {
    type Builder = ();

    fn builder() -> Self::Builder {}
}

struct Shell(FunctionComponent<Self>);

impl FunctionProvider for Shell {
    type Properties = ShellProps;

    fn run(hooks: &mut HookContext, props: &ShellProps) -> HtmlResult {
        props.0.draw(hooks)
    }
}

impl BaseComponent for Shell {
    type Message = ();
    type Properties = ShellProps;

    fn create(context: &Context<Self>) -> Self {
        Self(FunctionComponent::new(context))
    }

    fn update(&mut self, _: &Context<Self>, (): ()) -> bool {
        true
    }

    fn changed(&mut self, context: &Context<Self>, before: &ShellProps) -> bool {
        if before.function() != context.props().function() {
            self.0.destroy();
            self.0 = FunctionComponent::new(context);
        }
        true
    }

    fn view(&self, context: &Context<Self>) -> HtmlResult {
        self.0.render(context.props())
    }

    fn rendered(&mut self, _: &Context<Self>, _: bool) {
        self.0.rendered();
    }

    fn destroy(&mut self, _: &Context<Self>) {
        self.0.destroy();
    }

    fn prepare_state(&self) -> Option<String> {
        None
    }
}

/// Gives a value to everything in `page` that asks for a value of its type.
pub fn provide<Value: Clone + PartialEq + 'static>(value: Value, page: Html) -> Html {
    let props = ContextProviderProps { context: value, children: page };
    VComp::new::<ContextProvider<Value>>(Rc::new(props), None).into()
}
