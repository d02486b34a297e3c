"""Prints the names, numbers and types of the installed SDK's messages, methods and enums, as JSON."""

import json

from google.protobuf import descriptor_pb2
from xai_sdk.proto import auth_pb2, batch_pb2, deferred_pb2, files_pb2, image_pb2, models_pb2, usage_pb2, video_pb2

FILES = [auth_pb2, batch_pb2, deferred_pb2, files_pb2, image_pb2, models_pb2, usage_pb2, video_pb2]
found = {}


def add_enum(path, enum):
    found[f"enum {path}.{enum.name}"] = {str(value.number): value.name for value in enum.value}


def add_message(path, message):
    name = f"{path}.{message.name}"
    found[f"message {name}"] = {
        str(field.number): [field.name, field.type, field.type_name, field.label == 3, field.proto3_optional]
        for field in message.field
    }
    for nested in message.nested_type:
        add_message(name, nested)
    for enum in message.enum_type:
        add_enum(name, enum)


for module in FILES:
    file = descriptor_pb2.FileDescriptorProto()
    module.DESCRIPTOR.CopyToProto(file)
    for message in file.message_type:
        add_message(file.package, message)
    for enum in file.enum_type:
        add_enum(file.package, enum)
    for service in file.service:
        found[f"service {file.package}.{service.name}"] = {
            method.name: [method.input_type, method.output_type, method.client_streaming, method.server_streaming]
            for method in service.method
        }
print(json.dumps(found))
