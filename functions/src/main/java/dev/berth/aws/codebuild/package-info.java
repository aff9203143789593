/// Snapshots that CodeBuild makes and ECR keeps.
@NullMarked
package dev.berth.aws.codebuild;

import org.jspecify.annotations.NullMarked;
