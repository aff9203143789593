"""Builds an image with CodeBuild unless it is there, and tells CloudFormation when it is."""

import json
import time
import urllib.request

import boto3
from botocore.config import Config

CONFIG = Config(connect_timeout=5, read_timeout=20, retries={"max_attempts": 5})
PAUSE_SECONDS = 10
# left to answer in; without an answer CloudFormation waits until its own limit
LAST_MILLIS = 60_000


def handler(event, context):
    properties = event["ResourceProperties"]
    try:
        if event["RequestType"] != "Delete":
            build_once(properties, context)
        answer(event, properties, "SUCCESS", "")
    except Exception as failure:
        answer(event, properties, "FAILED", str(failure))


def build_once(properties, context):
    if not is_there(properties):
        build(properties["Project"], context)


def is_there(properties):
    ecr = boto3.client("ecr", config=CONFIG)
    try:
        ecr.describe_images(
            repositoryName=properties["Repository"], imageIds=[{"imageTag": properties["Tag"]}]
        )
        return True
    except ecr.exceptions.ImageNotFoundException:
        return False


def build(project, context):
    codebuild = boto3.client("codebuild", config=CONFIG)
    started = codebuild.start_build(projectName=project)["build"]["id"]
    while True:
        found = codebuild.batch_get_builds(ids=[started])["builds"][0]
        if found["buildStatus"] == "SUCCEEDED":
            return
        log = found.get("logs", {}).get("deepLink", "the build's log")
        if found["buildStatus"] != "IN_PROGRESS":
            raise RuntimeError(f"Build {started} ended as {found['buildStatus']}; see {log}")
        if context.get_remaining_time_in_millis() < LAST_MILLIS:
            raise RuntimeError(f"Build {started} has not ended in time; see {log}, then deploy again")
        time.sleep(PAUSE_SECONDS)


def answer(event, properties, status, reason):
    body = json.dumps(
        {
            "Status": status,
            "Reason": reason[:1000],
            "PhysicalResourceId": f"{properties['Repository']}:{properties['Tag']}",
            "StackId": event["StackId"],
            "RequestId": event["RequestId"],
            "LogicalResourceId": event["LogicalResourceId"],
            "Data": {"Tag": properties["Tag"]},
        }
    ).encode()
    request = urllib.request.Request(
        event["ResponseURL"], data=body, method="PUT", headers={"Content-Type": ""}
    )
    urllib.request.urlopen(request, timeout=20).close()
