/// The CDK app: what `make deploy` puts into an AWS account. Four stacks with one reason each; every
/// construct below is one thing of the architecture page.
@NullMarked
package dev.berth.infra;

import org.jspecify.annotations.NullMarked;
