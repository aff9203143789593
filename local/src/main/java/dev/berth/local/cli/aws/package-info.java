/// `berth aws`: what an installation in an AWS account is told with the credentials of whoever sits here.
@NullMarked
package dev.berth.local.cli.aws;

import org.jspecify.annotations.NullMarked;
